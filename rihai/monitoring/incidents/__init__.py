"""Incidents and allegations: what happened, to whom, by whom it is said; consent, risk, steps and their clocks."""
