"""What is mandatory for whom and who is overdue: by name for their supervisor, as counts for everybody else."""
