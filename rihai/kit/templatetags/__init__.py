"""What templates of every room may say beyond Django's own: directions, days, numbers; loaded without being asked."""
