"""Asks: who works on what, what waits, what clocks have run out; within need-to-know."""
