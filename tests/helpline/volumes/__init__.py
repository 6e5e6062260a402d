"""Tests of how much is asked of the line."""
