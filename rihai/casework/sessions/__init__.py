"""Sessions with one person or a group, attendance, certificates; who is to be kept apart."""
