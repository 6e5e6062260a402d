"""The pages of forms: their versions, filling in, answers."""
