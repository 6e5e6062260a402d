"""Missed calls to ring back: many who call can pay for no more than that it rings."""
