"""Tests before and after a session, by instrument and under codes: what each gained, and which questions got worse."""
