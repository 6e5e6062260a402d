"""Tests of the dictionary of facts."""
