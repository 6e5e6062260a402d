"""The migrations of the room `places`."""
