"""The pages of public figures: those that anybody reads, and those by which they are made."""
