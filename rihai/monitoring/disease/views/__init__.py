"""Pages of disease."""
