"""Tests of the room `instruments`."""
