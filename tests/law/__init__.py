"""Tests of the law engine and of the packs of law."""
