"""What this part of the room keeps."""
