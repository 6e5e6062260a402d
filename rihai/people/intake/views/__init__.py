"""The pages of censuses: they translate in, call one question or one act, and translate out."""
