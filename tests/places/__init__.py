"""Tests of the room `places`."""
