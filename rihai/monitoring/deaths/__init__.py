"""Deaths in custody: who was told and how soon, what was inquired, and rates that are compared."""
