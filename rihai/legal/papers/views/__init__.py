"""The pages of petitions, letters, packs and the register of what was shared."""
