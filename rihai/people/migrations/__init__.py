"""The migrations of the room `people`."""
