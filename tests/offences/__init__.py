"""Tests of reading accusations and looking them up."""
