"""The law as the site asks it: which packs, of whom, and what is kept of the answers. Knows no database."""
