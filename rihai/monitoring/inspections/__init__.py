"""Inspections: a visit by a team under a mandate, answers given apart, settled together, scored area by area."""
