"""Inspections of prisons held to the Nelson Mandela Rules, and what becomes of what they recommend."""
