"""The tests of committees: a month end to end, what is refused, who sees what."""
