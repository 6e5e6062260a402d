"""Contingency plans: one for each prison and hazard, in versions that freeze when they are published."""
