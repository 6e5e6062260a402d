"""Releases, the slip for the person herself, the hand of a lawyer on the law, and what is measured."""
