"""A random sample of a prison: drawn by an order that anybody can draw again, with its frame and weights shown."""
