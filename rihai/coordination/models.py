"""What is kept of coordination; each part of the room keeps its own."""
