"""People: who they are, what each source says and what is believed, where they are held, their ties and consents."""
