"""What is asked of results; each returns only what the actor may see."""
