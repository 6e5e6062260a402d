"""What is seen on a body, by whom it may be recorded: the fields of the Istanbul and Minnesota Protocols."""
