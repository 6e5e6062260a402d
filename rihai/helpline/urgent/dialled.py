"""Telephone numbers within a text, so that they can be pressed."""

from __future__ import annotations

import re
from typing import NamedTuple

NUMBER = re.compile(r"\+?\d(?:[\d\u2009 ()-]{1,16}\d)")
LEAST = 3
"""Figures of a number that is rung; a single figure is a count."""


class Piece(NamedTuple):
    """Words, or a number as it is written with what a telephone dials."""

    text: str
    dial: str = ""


def pieces(text: str) -> list[Piece]:
    """A text as words and numbers, in order; joined again it is the text."""
    found, at = [], 0
    for match in NUMBER.finditer(text):
        digits = re.sub(r"[^\d+]", "", match[0])
        if len(digits.lstrip("+")) < LEAST:
            continue
        if match.start() > at:
            found.append(Piece(text[at : match.start()]))
        found.append(Piece(match[0], digits))
        at = match.end()
    return [*found, Piece(text[at:])] if at < len(text) else found
