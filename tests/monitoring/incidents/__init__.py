"""Tests of incidents, evidence and examinations."""
