"""The tests of results."""
