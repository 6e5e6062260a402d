"""What comes of one cell: the facts read from it, the problems met, and what found no place."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from rihai.facts import Problem


@dataclass(frozen=True, slots=True)
class Context:
    """What a parser may know beside its cell: the day of the list, the order of dates in the file, the heading.

    `day_first` is None while the file has not shown which order it uses; then a date that could be both is read
    day first, as Pakistan writes it, and warned. `acts` are the Acts the offence table knows.
    """

    heading: str = ""
    census_day: date | None = None
    day_first: bool | None = None
    country: str = "PK"
    acts: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Parsed:
    """Facts by their names in the dictionary (person and case facts flat, `charges` a list), problems, and the rest.

    `rest` is text of the cell that found no place of its own; it goes to the remarks, so that nothing is lost.
    """

    facts: dict[str, Any] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    rest: str | None = None
