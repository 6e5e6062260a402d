"""Meetings: planned by rule, called with notice, postponed or not held, who came, whether there was a quorum."""
