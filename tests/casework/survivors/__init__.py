"""Tests of survivors."""
