"""Lists of courses finished elsewhere: every line accounted for, matched to nobody until somebody says so."""
