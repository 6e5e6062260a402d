"""The pages of findings and recommendations."""
