"""The commands of kit."""
