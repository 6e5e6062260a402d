"""The challenges register of the research unit: problems, what shows them, whom they touch, and what comes first."""
