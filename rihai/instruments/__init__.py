"""Instruments: forms in versions, filled in and answered; what was answered keeps its version."""
