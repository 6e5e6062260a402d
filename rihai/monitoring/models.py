"""What is kept of monitoring; each part of the room keeps its own."""
