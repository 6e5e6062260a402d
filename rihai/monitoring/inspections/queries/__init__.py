"""What is asked of inspections, within `reach.py`."""
