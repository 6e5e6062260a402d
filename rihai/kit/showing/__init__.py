"""The specimen page: every component once, with invented matter, in the direction of the reader's language."""
