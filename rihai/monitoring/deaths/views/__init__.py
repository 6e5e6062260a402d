"""Pages of deaths in custody."""
