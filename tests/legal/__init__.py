"""Tests of legal work, from a finding to the gate."""
