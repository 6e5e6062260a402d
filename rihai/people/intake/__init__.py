"""Taking in a census: a prison's file is kept, read, mapped, looked over and taken in whole, and can be undone."""
