"""Provinces, districts, prisons, courts, lock-ups, shelters: where people are held and where we work."""
