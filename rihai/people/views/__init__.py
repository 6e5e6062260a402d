"""The pages of people: they translate in, call one question or one act, and translate out."""
