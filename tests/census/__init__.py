"""Tests of reading what prisons send, and of inventing it."""
