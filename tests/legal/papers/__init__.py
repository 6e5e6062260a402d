"""Tests of petitions, letters, packs and what was shared."""
