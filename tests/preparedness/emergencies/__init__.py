"""Stores, crisis money, emergencies and information materials."""
