"""People: who they are, what each source says of them and what is believed, where they are held, their ties, consents."""
