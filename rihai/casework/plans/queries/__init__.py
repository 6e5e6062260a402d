"""What can be asked of plans, within need-to-know."""
