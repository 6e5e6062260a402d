"""Tests of monitoring/deaths."""
