"""Pages of complaints and requests."""
