"""A flag, the group it stands for, and how a judge of one group answers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, NamedTuple

from rihai.facts import ALL, DataClass
from rihai.profile.record import Record, ages_on, birth_of, holding_cases

State = Literal["met", "cannot_tell", "not_met", "not_known"]

_CLASSES: tuple[DataClass, ...] = ("ordinary", "personal", "health", "legal", "sealed")
_CLASS_OF: dict[str, DataClass] = {fact.path: fact.data_class for fact in ALL}


@dataclass(frozen=True, slots=True)
class House:
    """What an office may set for itself."""

    days_without_contact: int = 90
    """More days than this without visit, call or letter raise a flag; Nelson Mandela Rule 58 gives no number."""


HOUSE = House()


@dataclass(frozen=True, slots=True)
class Flag:
    """One at-risk group a person surely belongs to, or may belong to.

    `because` says why, in the language asked for; `facts` are the facts it rests on, and `data_class` is the highest
    class among them: who may not see that class may not see the flag. `since` is the first day on which it held,
    counted from 1 January 1970, None where no day is known or none makes sense.
    """

    code: str
    outcome: Literal["met", "cannot_tell"]
    because: str
    facts: tuple[str, ...]
    data_class: DataClass
    since: int | None = None


class Sign(NamedTuple):
    """What a judge says: the state, and where it is met or cannot be told, why, from which facts and since when.

    `not_met` is known not to be so; `not_known` says that the facts are absent and nothing points to it.
    """

    state: State
    because: str = ""
    facts: tuple[str, ...] = ()
    since: int | None = None


NO = Sign("not_met")
SILENT = Sign("not_known")


class Question:
    """One person on one day: what every judge is asked, with what all of them need worked out once.

    `birth` and `ages` are spans of what is possible, `birth_facts` the facts that say so, `holding` the cases on
    record that hold the person that day, or may.
    """

    __slots__ = ("ages", "birth", "birth_facts", "holding", "house", "language", "on", "person")

    def __init__(self, person: Record, on: int, language: str = "en", house: House = HOUSE) -> None:
        self.person, self.on, self.language, self.house = person, on, language, house
        self.birth, self.birth_facts = birth_of(person)
        self.ages = ages_on(self.birth, on)
        self.holding = holding_cases(person, on)


class Group(NamedTuple):
    """An at-risk group: its code, its title and meaning in English (said later), and the judge that knows it."""

    code: str
    title: str
    meaning: str
    judge: Callable[[Question], Sign]


@lru_cache(maxsize=1024)
def highest_class(facts: tuple[str, ...]) -> DataClass:
    """The highest data class among facts, named as in `rihai.facts` (`children.lives_in_prison`). Raises KeyError."""
    return max((_CLASS_OF[name] for name in facts), key=_CLASSES.index, default="ordinary")
