"""Commands of the room `places`."""
