"""Stores of protective and emergency equipment: lots, what comes in and goes out, counts, what is low or too old."""
