"""Officers, lawyers and volunteers who learn: courses, sessions, tests, certificates, and who is overdue."""
