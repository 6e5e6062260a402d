"""What duty bearers promised and what bodies recommended to them, followed until kept or broken."""
