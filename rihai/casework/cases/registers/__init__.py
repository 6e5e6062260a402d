"""Registers of earlier years, from Excel: read with the census's care, looked at, taken in whole, undone while new."""
