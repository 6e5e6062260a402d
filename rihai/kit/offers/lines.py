"""What work says on the lines of the lists of Ask, on their facts, and on the provisions they rest on."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal
from uuid import UUID

from rihai.kit.actor import Actor


@dataclass(frozen=True, slots=True, kw_only=True)
class RowKey:
    """Which line of the lists of Ask: a provision that says something of a person, in a case or of the person alone."""

    person_id: UUID
    provision: str
    case_id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RowSaid:
    """What work says on a line: the badge (`status`, `word`), one sentence, and the address where to act on it."""

    word: Any
    status: str = ""
    says: Any = ""
    url: str = ""
    act: Any = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RowActs:
    """Work that is done on the lines of the lists of Ask.

    `of_rows` answers for a whole page of lines at once, in a constant number of queries; a line it leaves out has
    nothing said of it. `bulk` are acts on the lines that are ticked: pairs of words and the name of an address, to
    which the ticked lines are posted as `row`, the key of a finding each.
    """

    name: str
    of_rows: Callable[[Actor, Sequence[RowKey], date], Mapping[RowKey, RowSaid]]
    bulk: Sequence[tuple[Any, str]] = ()
    capability: str = ""
    order: int = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """A fact of a line that a refusal put in doubt: by whom in a word or two, on which day, and where that stands."""

    fact: str
    who: Any
    on: date
    url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FactDoubts:
    """Facts that somebody who refused said are otherwise, or not known; shown beside what the law answers.

    The law's own answer rests on the record and stays as it is: whoever shows a doubt says so. `of_rows` answers for a
    whole page of lines in a constant number of queries; `counted` says of how many people each fact is in doubt, at a
    place and all that stands in it, or wherever the actor sees people.
    """

    name: str
    of_rows: Callable[[Actor, Sequence[RowKey]], Mapping[RowKey, Doubt]]
    counted: Callable[[Actor, int | None], Mapping[str, int]]


@dataclass(frozen=True, slots=True, kw_only=True)
class LawNote:
    """What a lawyer said of a provision, in one sentence: "reviewed by … on …", "objection: …"; `url` is its page."""

    kind: Literal["reviewed", "objection"]
    says: Any
    url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProvisionNote:
    """What lawyers said of provisions in the site, shown wherever the law says something of a person.

    `notes` is given a pack and ids of its provisions, and answers for all of them in a constant number of queries; a
    provision it leaves out was reviewed by nobody. An objection stands first, and until it is settled.
    """

    name: str
    notes: Callable[[str, Sequence[str]], Mapping[str, Sequence[LawNote]]]
