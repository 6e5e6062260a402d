"""Tests of concerns about our own people."""
