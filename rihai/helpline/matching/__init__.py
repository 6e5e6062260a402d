"""Who is meant: found without telling anybody that we know her, and asked herself what may be told."""
