"""Forms on paper: what stands on a sheet and where, and what was written on it, typed back in by its numbers."""
