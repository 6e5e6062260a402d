"""A database backend: Django's SQLite through SQLCipher, so that the file on disk tells nothing."""
