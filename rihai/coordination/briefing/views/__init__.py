"""The pages of briefings: the desk where they are made and sent, and the link by which they are answered."""
