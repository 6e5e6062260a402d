"""The calendar of censuses: which prison owes a list by which day, and whether it was asked, came or refused."""
