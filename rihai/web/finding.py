"""The search box: every room answers for what it keeps, within need-to-know; nothing is said of what is withheld."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from rihai.kit.actor import Actor
from rihai.kit.offers import Found, Search, offered

PER_ROOM = 20
LONGEST = 100


@dataclass(frozen=True, slots=True)
class Hits:
    """What one room found. `more` says that there is more than is shown."""

    title: Any
    found: tuple[Found, ...]
    more: bool


def words_asked(typed: str) -> str:
    """What to look for: without control characters and with single spaces, 100 characters at most."""
    plain = "".join(letter if letter.isprintable() else " " for letter in typed)
    return " ".join(plain.split())[:LONGEST]


def find(*, actor: Actor, words: str) -> tuple[Hits, ...]:
    """The hits of each room that has any; nothing for fewer than two letters."""
    if len(words) < 2:
        return ()
    answers = ((offer, tuple(offer.find(actor, words, PER_ROOM + 1))) for offer in offered(Search))
    return tuple(Hits(offer.title, hits[:PER_ROOM], len(hits) > PER_ROOM) for offer, hits in answers if hits)
