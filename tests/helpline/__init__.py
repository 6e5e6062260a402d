"""The tests of the helpline."""
