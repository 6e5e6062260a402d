"""What is asked of sealed records; the counsellor's own alone come back."""
