"""Decisions of a meeting and the actions they ask for: owner, day, evidence, answers, reminders, what is overdue."""
