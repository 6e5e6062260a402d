"""Rihai: who the law would let go, why, since when, and what is missing to know."""
