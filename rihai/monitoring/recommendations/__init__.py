"""What an inspection found and recommends, what the authority answers, and whether it was kept at the next visit."""
