"""What can be asked of censuses, within need-to-know."""
