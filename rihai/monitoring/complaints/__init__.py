"""Complaints and requests: by whom, to whom, with clocks, answers, appeals and what stays unanswered."""
