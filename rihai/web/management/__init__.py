"""The commands of the door."""
