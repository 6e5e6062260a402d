"""The pages of health: translate in, one call, translate out."""
