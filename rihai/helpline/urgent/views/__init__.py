"""The pages of urgent help: those that families read, and those by which they are kept."""
