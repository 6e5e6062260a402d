"""The commands of kit, each a word after `rihai`."""
