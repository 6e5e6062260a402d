"""What leaves a room: files, tables, letters, figures, and what is held of a person, for herself."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Literal
from uuid import UUID

from rihai.kit.actor import Actor

if TYPE_CHECKING:
    from rihai.kit.exports.sheet import ExportSheet
    from rihai.kit.files.models import StoredFile
    from rihai.kit.letters.text import LetterText


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
class Measure:
    """A figure a room can count: what is counted, of which unit, what it takes in and leaves out.

    `counted` gives a query of rows within need-to-know between two days (the second not included), with the columns
    `on` (date), `person_id` (None where nobody is counted), `place_id`, and those named in `by`. Where the unit is
    people, whoever sums counts distinct `person_id`. `amount` names the column that is summed where rows are not
    counted one by one. The unit `reach` is of people who heard or saw something, not each once: never added to people.
    `mark` says of a figure that it is less than a count; it stays an estimate wherever it is shown.
    """

    code: str
    title: Any
    unit: Literal["people", "acts", "days", "reach"]
    definition: Any
    includes: Any
    excludes: Any
    counted: Callable[[Actor, date, date], Any]
    by: Sequence[str] = ()
    amount: str = ""
    mark: Literal["", "estimated", "at_least"] = ""


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
class Retained:
    """One thing that has been kept its time: by its code, never a name; when it ended, and the day it was kept to.

    `url` is a page on which the desk says something about it, where there is one.
    """

    code: str
    ended_on: date
    due_on: date
    url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Retention:
    """How long a room keeps something (`keeps`, in words), and what of it has been kept its time by a day.

    Stands at the desk of data protection, which sees codes and days and not what they are about.
    """

    name: str
    title: Any
    keeps: Any
    due: Callable[[Actor, date], Sequence[Retained]]


@dataclass(frozen=True, slots=True, kw_only=True)
class FindsPerson:
    """Knows persons by an exact number given by an authority; break-glass asks it, outside every filter.

    `page` gives the address where a person is opened, for whoever was let in.
    """

    find: Callable[[str], UUID | None]
    page: Callable[[UUID], str] | None = None
