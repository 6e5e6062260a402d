"""Asks: petitions, packs, what was shared with whom, as far as the actor sees."""
