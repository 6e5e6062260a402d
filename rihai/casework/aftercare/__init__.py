"""Release plans, follow-ups after release, and the family."""
