"""Forms of requests: those of people without an account, and those of the line."""
