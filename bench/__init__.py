"""Measurements: how well and how fast the rooms do their work, printed by `python -m bench.<room>`."""
