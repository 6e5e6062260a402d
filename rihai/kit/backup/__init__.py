"""One encrypted file of a whole office: its database, its stored files and its keys, checked after writing."""
