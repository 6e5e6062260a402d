"""What can be asked of mentoring, within need-to-know."""
