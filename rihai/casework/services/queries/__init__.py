"""What can be asked of services, within need-to-know."""
