"""How much is asked of the line, of what, and how soon it was answered: counts of requests, apart from any person."""
