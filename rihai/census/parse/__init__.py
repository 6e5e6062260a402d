"""The text of one cell becomes facts; raw text is kept beside by whoever asks."""
