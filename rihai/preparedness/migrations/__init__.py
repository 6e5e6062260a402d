"""The changes of what is kept of preparedness, in order."""
