"""Matters of legal counselling and legal aid: their team, papers, hearings, bail and money."""
