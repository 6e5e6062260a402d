"""Campaigns and their events: for whom, where, how many were reached and how that is known; materials and media."""
