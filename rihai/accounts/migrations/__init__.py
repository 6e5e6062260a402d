"""The migrations of the room `accounts`."""
