"""The migrations of the room `monitoring`: one for each part."""
