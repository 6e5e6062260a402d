"""Tests, one folder a room; their names are sentences."""
