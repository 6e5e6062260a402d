"""Drills by rule, how they went, and what was to be mended after them."""
