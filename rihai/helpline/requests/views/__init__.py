"""Pages of requests: those for anybody, and those of the line."""
