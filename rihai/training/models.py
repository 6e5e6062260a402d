"""What is kept of training; each part of the room keeps its own."""
