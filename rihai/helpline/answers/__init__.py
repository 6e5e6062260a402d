"""What who asked may read by code and PIN: never where or why somebody is held."""
