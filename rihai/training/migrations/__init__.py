"""The changes of what is kept of training, in order."""
