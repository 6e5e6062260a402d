"""A letter as plain values: the same text is printed as PDF and written as a Word file to be edited."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class LetterText:
    """What a letter says, in one language; lines and paragraphs as they shall stand.

    `to` are the lines of the receiver; `reference` our sign; `facts` pairs set out under the subject (the case, the
    court); `enclosures` are named at the foot.
    """

    to: Sequence[str]
    subject: str
    day: date
    paragraphs: Sequence[str]
    salutation: str = ""
    closing: str = ""
    signed: Sequence[str] = ()
    reference: str = ""
    facts: Sequence[tuple[str, str]] = ()
    enclosures: Sequence[str] = ()
