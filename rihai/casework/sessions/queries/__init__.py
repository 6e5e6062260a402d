"""What can be asked of sessions, within need-to-know."""
