"""The pages of research: applications and what is done to them, and how an extract leaves."""
