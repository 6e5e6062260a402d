"""Tests of taking in a census."""
