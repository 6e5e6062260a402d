"""Delay by cause, and measures other than prison used against possible: counted, controlled, and kept nowhere."""
