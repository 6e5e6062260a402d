"""What a room offers the house: plain values in its `offers.py`, gathered once.

A room writes `OFFERS: tuple[Offer, ...]`; whoever shows them asks `offered(Worklist)`. Calls upwards go through here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, Literal, TypeVar
from uuid import UUID

from django.apps import apps

from rihai.kit.actor import Actor
from rihai.kit.handling import FormHandler

if TYPE_CHECKING:
    from rihai.kit.exports.sheet import ExportSheet
    from rihai.kit.files.models import StoredFile
    from rihai.kit.jobs.models import Job
    from rihai.kit.jobs.step import Progress, Work
    from rihai.kit.letters.text import LetterText

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


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkRow:
    """One line of My work. `due_on` None: it has no day; `person_id` only where the row is about a person."""

    who: str
    url: str
    why: Any
    where: str = ""
    due_on: date | None = None
    status: str = ""  # a data-status of the design system
    word: Any = ""  # what the badge says
    act: Any = ""  # what the button says
    person_id: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Worklist:
    """Rows of one kind that wait for the actor on a day; the query itself keeps need-to-know."""

    name: str
    title: Any
    rows: Callable[[Actor, date], Sequence[WorkRow]]
    order: int = 50


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
class FindsPerson:
    """Knows persons by an exact number given by an authority; break-glass asks it, outside every filter.

    `page` gives the address where a person is opened, for whoever was let in.
    """

    find: Callable[[str], UUID | None]
    page: Callable[[UUID], str] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """What the clock brings: raises what fell due at a moment, once however often it is called; says how many."""

    name: str
    run: Callable[[datetime], int]


@dataclass(frozen=True, slots=True, kw_only=True)
class JobKind:
    """A kind of long work. `step` does the next part in its own transaction (see kit/jobs).

    `link` gives the words and the address where the result is seen, when there is one. A worker that dies is followed
    by another, `attempts` times in all. `prepare` does what takes long and writes nothing, before the transaction of
    each step, which finds its answer in `work.prepared`. `silent` is longer for a kind whose steps take long: before it
    no worker counts as dead.
    """

    name: str
    title: Any
    step: Callable[[Work], Progress]
    link: Callable[[Job], tuple[Any, str] | None] | None = None
    attempts: int = 5
    prepare: Callable[[Work], Any] | None = None
    silent: timedelta = timedelta(seconds=90)


@dataclass(frozen=True, slots=True, kw_only=True)
class RunsAs:
    """Lets a job act as its actor, for the database too (None: the house itself, no actor); offered by `accounts`."""

    acting: Callable[[UUID | None], AbstractContextManager[Actor | None]]


@dataclass(frozen=True, slots=True, kw_only=True)
class FileOwner:
    """Says whether an actor may read a stored file that the room `name` keeps; no is answered as if there were none."""

    name: str
    may_read: Callable[[Actor, StoredFile], bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class Export:
    """A table that may leave the house: who may take it, of which class it is, how many rows, and the rows.

    `count` and `sheet` are given the actor, what the rows are filtered by (ids and codes alone) and, for the sheet, the
    language; they return only what the actor may see. A sheet of figures carries them as `Figures`, and they leave
    through disclosure control.
    """

    name: str
    title: Any
    capability: str
    data_class: str
    count: Callable[[Actor, Mapping[str, str]], int]
    sheet: Callable[[Actor, Mapping[str, str], str], ExportSheet]


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """A letter written from the record: who may write it, of which class it is, and its text about a subject's id.

    `write` is given the actor, the id and the language; None where the actor may not see the subject or there is none.
    """

    name: str
    title: Any
    capability: str
    data_class: str
    write: Callable[[Actor, str, str], LetterText | None]


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
class Done:
    """An act, as those hear of it who follow it or have something against it: its name, by whom, when, on whom."""

    act: str
    actor: Actor | None
    at: datetime
    person_ids: tuple[UUID, ...] = ()
    detail: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Before:
    """Has a say before an act of this name: `check` raises Refused with the reason."""

    act: str
    check: Callable[[Done], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class After:
    """Follows an act of this name in its own transaction; what is slow it enqueues there."""

    act: str
    run: Callable[[Done], None]


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """A figure a room can count: what is counted, of which unit, what it takes in and leaves out.

    `counted` gives a query of rows within need-to-know between two days (the second not included), with the columns
    `on` (date), `person_id` (None where nobody is counted), `place_id`, and those named in `by`. Where the unit is
    people, whoever sums counts distinct `person_id`. `amount` names the column that is summed where rows are not
    counted one by one.
    """

    code: str
    title: Any
    unit: Literal["people", "acts", "days"]
    definition: Any
    includes: Any
    excludes: Any
    counted: Callable[[Actor, date, date], Any]
    by: Sequence[str] = ()
    amount: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SubjectExtract:
    """What a room holds about a person, for the person herself: a title, and pairs of words and values, in order.

    Asked at the desk of data protection alone; what would betray somebody else it leaves out and says so.
    """

    name: str
    title: Any
    of: Callable[[UUID], Sequence[tuple[Any, Sequence[tuple[Any, Any]]]]]
    order: int = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class ActWords:
    """What the acts of a room are called by who reads the access log: by the name of each, a translatable text."""

    words: Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeWords:
    """What the notices that a room sends to accounts say: by their kind, a translatable text; nothing of a person."""

    words: Mapping[str, Any]


Offer = (
    Navigation | Worklist | Search | PlacePanel | FindsPerson | Tick | JobKind | RunsAs | FileOwner | Export | Letter
    | PersonPanel | Before | After | ActWords | RowActs | FactDoubts | ProvisionNote | PersonTimeline | Measure
    | SubjectExtract | NoticeWords | FormHandler
)  # fmt: skip
Kind = TypeVar(
    "Kind",
    Navigation, Worklist, Search, PlacePanel, FindsPerson, Tick, JobKind, RunsAs, FileOwner, Export, Letter,
    PersonPanel, Before, After, ActWords, RowActs, FactDoubts, ProvisionNote, PersonTimeline, Measure, SubjectExtract,
    FormHandler, NoticeWords,
)  # fmt: skip
HOUSEKEEPING = "rihai.kit.housekeeping"  # what kit itself offers; it cannot stand here, where the kinds of offers are


@cache
def gathered() -> tuple[Offer, ...]:
    """Everything the installed rooms offer, in the order of the rooms."""
    rooms = [f"{config.name}.offers" for config in apps.get_app_configs() if config.name != "rihai.kit"]
    modules = [module for module in rooms if find_spec(module)] + [HOUSEKEEPING]
    return tuple(offer for module in modules for offer in import_module(module).OFFERS)


def offered(kind: type[Kind]) -> tuple[Kind, ...]:
    """The offers of one kind, ordered where they have an order."""
    found: Iterable[Kind] = [offer for offer in gathered() if isinstance(offer, kind)]
    return tuple(sorted(found, key=lambda offer: getattr(offer, "order", 0)))
