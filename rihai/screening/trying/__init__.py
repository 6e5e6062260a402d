"""Trying a version of a pack over the people we know beside the one in force; putting it into force, and going back."""
