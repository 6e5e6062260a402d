"""Findings as a person reads them: a line of a list, and a page that shows each condition with its source."""
