"""Institutional action plans: a goal, activities with who does them by when, and what shows that they were done."""
