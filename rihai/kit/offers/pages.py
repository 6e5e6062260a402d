"""What a room shows: its pages in the menu, rows of My work, the search box, parts of a place's and a person's page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from typing import Any, Literal
from uuid import UUID

from rihai.kit.actor import Actor

Station = Literal["see", "ask", "act", "show", "account"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Navigation:
    """A page to be found under a station; shown to whoever has the capability (empty: to all who are signed in)."""

    station: Station
    label: Any  # a translatable text
    url: str  # the name of the address
    says: Any = ""  # one sentence for the station's own page
    capability: str = ""
    order: int = 50
    group: Any = ""  # a translatable text: under which heading it stands where the station has many pages


class AtStake(IntEnum):
    """What is lost while a line of My work waits. A paper that is long overdue never stands above somebody's life."""

    LIFE = 1
    LIBERTY = 2
    ORDER = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkRow:
    """One line of My work. `due_on` None: it has no day; `person_id` only where the row is about a person.

    `at_stake` is said where lines of one list differ; else it is what their list says.
    """

    who: str
    url: str
    why: Any
    where: str = ""
    due_on: date | None = None
    status: str = ""  # a data-status of the design system
    word: Any = ""  # what the badge says
    act: Any = ""  # what the button says
    person_id: UUID | None = None
    at_stake: AtStake | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Worklist:
    """Rows of one kind that wait for the actor on a day; the query itself keeps need-to-know."""

    name: str
    title: Any
    rows: Callable[[Actor, date], Sequence[WorkRow]]
    order: int = 50
    at_stake: AtStake = AtStake.ORDER


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One hit of the search box."""

    name: str
    url: str
    says: Any = ""
    icon: str = "search"


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """Answers the search box within need-to-know: at most `limit` hits for the words typed."""

    name: str
    title: Any
    find: Callable[[Actor, str, int], Sequence[Found]]
    order: int = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacePanel:
    """A part of a place's page: a template and what it is given; None shows nothing."""

    name: str
    title: Any
    template: str
    context: Callable[[Actor, int, date], dict[str, Any] | None]
    order: int = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonPanel:
    """A part of a person's page: a template and what it is given; None shows nothing.

    It is asked only for a person whom the actor sees; what is of another class than personal it withholds itself.
    """

    name: str
    title: Any
    template: str
    context: Callable[[Actor, UUID, date], dict[str, Any] | None]
    order: int = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """One thing on a person's timeline: the day, one sentence, from where; `kind` is a dot of the design system."""

    on: date
    says: Any
    source: Any = ""
    kind: str = "done"
    url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonTimeline:
    """What a room adds to a person's timeline, within need-to-know; asked only for a person whom the actor sees."""

    name: str
    of: Callable[[Actor, UUID], Sequence[Happening]]
