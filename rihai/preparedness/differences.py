"""What changed between two texts, word by word, so that a page can mark it for the eye and for the ear."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

WORDS = re.compile(r"\s+|[^\s]+")
LONGEST = 6_000
"""Words of a text up to which words are compared; longer ones are compared line by line, which stays quick."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that stayed, came or went."""

    kind: Literal["same", "added", "gone"]
    text: str


def pieces(before: str, now: str) -> list[Piece]:
    """The texts as pieces, what went before what came in its place; together they hold every word of both."""
    old, new = _parts(before, now)
    found: list[Piece] = []
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            found.append(Piece("same", "".join(new[c:d])))
            continue
        found += [Piece(kind, "".join(part)) for kind, part in _changed(old[a:b], new[c:d]) if part]
    return found


def _changed(gone: list[str], added: list[str]) -> list[tuple[Literal["added", "gone"], list[str]]]:
    return [("gone", gone), ("added", added)]


def _parts(before: str, now: str) -> tuple[list[str], list[str]]:
    old, new = WORDS.findall(before), WORDS.findall(now)
    if len(old) + len(new) <= LONGEST:
        return old, new
    return before.splitlines(keepends=True), now.splitlines(keepends=True)


def is_changed(found: list[Piece]) -> bool:
    """Whether anything came or went."""
    return any(one.kind != "same" for one in found)
