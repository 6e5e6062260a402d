"""Asks: release plans, what is due after release, and the family, of the people whom an actor sees."""
