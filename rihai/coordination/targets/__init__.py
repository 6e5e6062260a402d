"""Under-trial reduction by prison and district: where it began, the path, what each list of prisoners says since."""
