"""Casework: from intake to two years after release."""
