"""Tests of what the law says of people on the site."""
