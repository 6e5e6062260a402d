"""Tests of what families read of each prison."""
