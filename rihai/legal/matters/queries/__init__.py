"""What is asked about matters; everything within the team."""
