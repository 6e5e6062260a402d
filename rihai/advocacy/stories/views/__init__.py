"""The pages of stories: what is told and allowed, and what is used."""
