"""Courses, their curricula in versions, topics, ranks, what is mandatory for whom, and the pool of trainers."""
