"""Reports to international bodies: by which day, when handed in, and what the body recommended."""
