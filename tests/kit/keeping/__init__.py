"""A room made for the tests of keeping: sealed rows, long work, an export, a letter."""
