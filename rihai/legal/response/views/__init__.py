"""The pages of the response loop."""
