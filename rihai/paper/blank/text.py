"""What a blank is made of, as plain values; every text in English and Urdu, which stand side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

Space = Literal["choices", "several", "figures", "decimal", "day", "time", "words", "page", "tick"]
"""How an answer is written: boxes to tick, boxes for figures or a day, lines for words, many lines."""


class Both(NamedTuple):
    """A text in English and in Urdu; where one is missing the other stands alone."""

    en: str
    ur: str


NO_WORDS = Both("", "")


class Choice(NamedTuple):
    """An option with the number by which it is typed in."""

    number: int
    says: Both


@dataclass(frozen=True, slots=True)
class Heading:
    """Where a group begins; `only` says in words when it is asked."""

    says: Both
    only: Both = NO_WORDS


@dataclass(frozen=True, slots=True)
class Note:
    """What is read and not answered."""

    says: Both
    only: Both = NO_WORDS


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question by its number; `only` says in words when it is asked, `boxes` how many figures there is room for."""

    number: str
    says: Both
    space: Space
    hint: Both = NO_WORDS
    only: Both = NO_WORDS
    choices: Sequence[Choice] = ()
    boxes: int = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Blank:
    """A form as it is printed: its title, its version, the marks by which it comes back, and what it asks."""

    title: Both
    form: str
    number: str
    code: str
    parts: Sequence[Heading | Note | Question]
