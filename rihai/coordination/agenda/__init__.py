"""The agenda: filled from what rooms hand up, trimmed by the secretary, frozen when sent; what became of each since."""
