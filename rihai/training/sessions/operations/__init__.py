"""What is done to sessions: planned and changed, seats taken and given up, who came marked, lists taken in."""
