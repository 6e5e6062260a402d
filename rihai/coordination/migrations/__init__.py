"""The changes of what is kept of coordination, in order."""
