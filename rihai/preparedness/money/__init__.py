"""Crisis money: lines of funders, requests that somebody else approves, spending with its receipt."""
