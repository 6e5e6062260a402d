"""What can be asked about people; every question takes `actor=` and answers within need-to-know."""
