"""The four levels of a session: what was said, what was learnt, what is done on the job, what changed."""
