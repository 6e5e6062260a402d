"""Public statistics: figures counted as the house, controlled, signed off by somebody else, then open to anybody."""
