"""Who holds which post of a prison, and how they are reached."""
