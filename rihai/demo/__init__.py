"""A fictional world: one account per role and invented prisons; nothing in it resembles anybody."""
