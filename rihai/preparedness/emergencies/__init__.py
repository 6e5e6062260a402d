"""Emergencies: an approved plan as a live checklist, the log, situation reports, closing and review."""
