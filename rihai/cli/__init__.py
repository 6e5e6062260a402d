"""The pure rooms from a terminal."""
