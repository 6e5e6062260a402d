"""Answers in words: what a badge says, what a sentence says, what a step says."""
