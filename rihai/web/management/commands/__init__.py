"""The commands of the door, each a word after `rihai`."""
