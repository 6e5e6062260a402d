"""Chronic conditions of a prison: measured series from inspections, censuses and by hand, held against norms."""
