"""Courses that somebody finished, and the certificates of them that anybody can verify."""
