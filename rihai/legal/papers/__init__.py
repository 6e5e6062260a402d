"""What leaves the office on paper: petitions, letters, referral packs, and the register of what was shared."""
