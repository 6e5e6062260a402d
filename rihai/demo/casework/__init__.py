"""What the caseworkers of the fictional office have done, part by part."""
