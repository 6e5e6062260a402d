"""Concerns about our own people: staff, volunteers, mentors. Sealed to who safeguards, never to their own line."""
