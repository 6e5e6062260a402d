"""What we say, in both languages."""
