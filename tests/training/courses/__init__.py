"""Courses, sessions, certificates and who is overdue."""
