"""What can be done to find who is meant, and to ask her: one act, one transaction, one line in the trail."""

from __future__ import annotations

from rihai.helpline.matching.operations.finding import Candidate, look_for, match, unmatch
from rihai.helpline.matching.operations.word import ask_word, follow_withdrawal, give_word

__all__ = ["Candidate", "ask_word", "follow_withdrawal", "give_word", "look_for", "match", "unmatch"]
