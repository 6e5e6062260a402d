"""Flags and statistics."""
