"""Reads a sheet that comes back from a prison: which facts it gives of whom, and every cell that could not be read.

The sheet is the one of `exports.ask_sheet`, in either language: its first column names the person, its headings are the
names of facts. Columns and rows may have been moved, and lines added above. Knows no database.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import override

from rihai.errors import Unreadable
from rihai.facts import CASE_FACTS
from rihai.law.labels import label
from rihai.paper.cell import Cell, Row
from rihai.paper.sheets import open_sheets
from rihai.people.forms.entry import problem_text
from rihai.people.record import Path, path_text
from rihai.people.typed import BY_HAND, read_fact

LANGUAGES = ("en", "ur")
NOT_ASKED = frozenset({"", "—", "-", "–"})


class NoSheet(Unreadable):
    """The file has no heading by which a sheet of ours is known."""


@dataclass(frozen=True, slots=True)
class Unread:
    """A filled cell or a line that could not be taken in, and why."""

    row: int
    fact: str
    raw: str
    says: str


@dataclass(slots=True)
class Answered:
    """What a sheet says of one person: a record cut to the answers, the texts by path, and the first of its lines."""

    row: int
    sheet: str
    person: dict[str, Any] = field(default_factory=dict)
    cases: dict[str, dict[str, Any]] = field(default_factory=dict)
    raw: dict[str, str] = field(default_factory=dict)

    @property
    def record(self) -> dict[str, Any]:
        """As a record."""
        cases = [{"case_id": key, **facts} for key, facts in self.cases.items()]
        return {**self.person, **({"cases": cases} if cases else {})}


@dataclass(frozen=True, slots=True)
class Read:
    """Everything a sheet says."""

    people: dict[UUID, Answered]
    unread: tuple[Unread, ...]
    answers: int


def headings() -> dict[str, str]:
    """What a heading means: `reference`, `case`, or a fact; in each language the sheet is made in."""
    found: dict[str, str] = {}
    for language in LANGUAGES:
        for fact in BY_HAND:
            found.setdefault(_folded(label(fact, language)), fact)
        with override(language):
            found[_folded(_("Reference, leave as it is"))] = "reference"
            found[_folded(_("Case"))] = "case"
            found[_folded(_("Name"))] = found[_folded(_("Place"))] = ""
            found[_folded(_("Father’s or husband’s name"))] = ""
    return found


def read_answers(content: bytes, name: str, on: date) -> Read:
    """Read a sheet that came back. Raises FileUnreadable for what is no table, NoSheet for one that is not ours."""
    known = headings()
    people: dict[UUID, Answered] = {}
    unread: list[Unread] = []
    answers = 0
    is_ours = False
    for sheet in open_sheets(content, name).sheets:
        columns: dict[int, str] = {}
        for row in sheet.rows:
            named = {at: known[key] for at, cell in enumerate(row.cells) if (key := _folded(cell.text)) in known}
            if "reference" in named.values():
                columns, is_ours = named, True
            elif columns:
                answers += _read_row(row, sheet.name or "", columns, on, people, unread)
    if not is_ours:
        raise NoSheet(_("This is not a sheet that asks a prison: its first heading is missing."))
    return Read(people, tuple(unread), answers)


def _read_row(
    row: Row, sheet: str, columns: Mapping[int, str], on: date, people: dict[UUID, Answered], unread: list[Unread]
) -> int:
    """Read one line into `people`; says how many answers it gave."""
    texts = {name: _text(row.cells[at]) for at, name in columns.items() if name and at < len(row.cells)}
    filled = {fact: text for fact, text in texts.items() if fact not in {"reference", "case"} and text not in NOT_ASKED}
    if not filled:
        return 0
    try:
        person_id = UUID(texts.get("reference", ""))
    except ValueError:
        unread.append(Unread(row.number, "", texts.get("reference", "")[:80], _("The reference was changed.")))
        return 0
    count = 0
    for fact, text, said, why in _facts(filled, on):
        if said is None:
            unread.append(Unread(row.number, fact, text[:200], why))
            continue
        one = people.setdefault(person_id, Answered(row.number, sheet))
        case_id = texts.get("case", "") if fact in CASE_FACTS else ""
        (one.cases.setdefault(case_id, {}) if case_id else one.person).update(said)
        one.raw[path_text(Path(case_id, fact))] = text
        count += 1
    return count


def _facts(filled: Mapping[str, str], on: date) -> Iterator[tuple[str, str, dict[str, Any] | None, str]]:
    for fact, text in filled.items():
        said, problems = read_fact(fact, text, on)
        if fact not in said or any(one.rejects for one in problems):
            why = " ".join(problem_text(one) for one in problems) or _("This could not be read.")
            yield fact, text, None, why
        else:
            yield fact, text, said, ""


def _text(cell: Cell) -> str:
    """What stands in a cell; a day that the program keeps as a day, so that its order is sure."""
    if cell.kind == "date" and isinstance(cell.value, date):
        day = cell.value.date() if isinstance(cell.value, datetime) else cell.value
        return day.isoformat()
    return cell.text.strip()


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())
