"""People who work here: postings, roles, what each may see, and who saw what."""
