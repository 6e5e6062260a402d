"""The room that reads and writes paper."""
