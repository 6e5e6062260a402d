"""The register of those who learn: two entries of one person joined, what is kept told, names taken out in time."""
