"""The committees: what kind they are, by which law, for which place, who sits in them by post."""
