"""The pages of procedures: reading and acknowledging, writing and deciding."""
