"""The pages of mentoring: they translate in, call one question or one act, and translate out."""
