"""Journeys: a story of product.md from end to end, in the browser."""
