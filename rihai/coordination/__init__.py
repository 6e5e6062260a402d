"""Committees and their promises: bodies, meetings, papers, decisions, actions; briefings, targets, challenges."""
