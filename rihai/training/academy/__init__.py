"""A curriculum's way into an academy: translated, adopted, made mandatory, on which day and by which paper."""
