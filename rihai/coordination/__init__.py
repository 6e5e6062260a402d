"""Committees and what they promise: bodies, meetings, papers, decisions, actions; targets, briefings, plans, challenges."""
