"""What is kept of preparedness; each part of the room keeps its own."""
