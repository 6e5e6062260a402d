"""What the office says aloud: campaigns, commitments, issues, reports, stories, publications."""
