"""Tests of releases, slips, what is kept of days lost, and a lawyer's word on the law."""
