"""The migrations of the test room."""
