"""Publications: prepared, signed off by somebody else, under embargo until a moment; sent, corrected."""
