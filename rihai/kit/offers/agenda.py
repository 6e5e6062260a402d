"""What a committee's agenda is filled from: lines that rooms hand up, within need-to-know."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from rihai.kit.actor import Actor


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaFor:
    """For whom an agenda is filled: the committee, the place it covers, and how many lines of a list at most."""

    body_id: UUID
    place_id: int
    most: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaRow:
    """One line: what it is of, why, since when, and where it stands. `key` stays the same as long as the matter does.

    `title` names a matter that is no person's; a person's name is read from the record and never handed up. `about` is
    the case and the provision where there are some.
    """

    key: str
    says: Any
    title: Any = ""
    person_id: UUID | None = None
    place_id: int | None = None
    since: date | None = None
    url: str = ""
    data_class: str = "ordinary"
    count: int = 1
    about: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaSource:
    """A list from which agendas are filled. `rows` gives the lines that stand on a day, and how many there are in all.

    Texts are in the language that is active: whoever freezes them asks once for each. A guarded person may be among
    the lines; whoever fills an agenda leaves them out.
    """

    name: str
    title: Any
    rows: Callable[[Actor, AgendaFor, date], tuple[Sequence[AgendaRow], int]]
    order: int = 50
