"""Research extracts: rows without names for a named researcher, approved by somebody else; nobody stands alone."""
