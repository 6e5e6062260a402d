"""What is said aloud, and may be: campaigns, reform, reports and recommendations, stories, public statistics."""
