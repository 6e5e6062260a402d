"""Letters from the record: printed as PDF, or written as a Word file that a lawyer edits."""

from __future__ import annotations

from rihai.kit.letters.text import LetterText

__all__ = ["LetterText"]
