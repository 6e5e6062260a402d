"""What is kept of advocacy; each part of the room keeps its own."""
