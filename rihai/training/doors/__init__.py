"""Doors: what is asked around a session, answered by a participant's own phone without an account."""
