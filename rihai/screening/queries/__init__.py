"""Asks: what is found of the people whom an actor sees, in the classes the actor has."""
