"""What runs in the environment of the library that measures extracts, and what is set up there."""
