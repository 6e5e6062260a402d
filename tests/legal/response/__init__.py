"""Tests of the response loop."""
