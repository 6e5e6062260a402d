"""The pages of the room: translate in, ask once, translate out."""
