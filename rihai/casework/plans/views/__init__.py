"""The pages of plans: translate in, one call, translate out."""
