"""The response loop: what is done on each line of the lists, and what comes of it."""
