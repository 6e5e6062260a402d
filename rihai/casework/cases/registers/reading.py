"""Reads the rows of a register: each is exactly one of accepted, accepted with a remark, left out, there already, or no
person; with every problem at once, in words a person can act on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from rihai.casework.cases.programmes import Programme, known_programmes
from rihai.casework.cases.registers.headings import OF_PERSON, is_heading, propose_field
from rihai.casework.cases.registers.models import TAKEN, Verdict
from rihai.census.headings import fold
from rihai.census.parse.dates import read_day
from rihai.census.parse.parsed import Context
from rihai.kit.classes import DataClass
from rihai.paper.cell import EMPTY, Cell, Row, Sheet
from rihai.people.typed import read_typed

PROBLEMS: Mapping[str, tuple[Any, Any, bool]] = {
    "name_missing": (_("No name stands here."), _("Write the name, or whatever the person is called."), True),
    "programme_unknown": (
        _("This programme is not one of ours."), _("Write its name as the page of programmes has it."), True,
    ),
    "programme_closed": (
        _("Cases of health, and of programmes that are sealed or retired, are not taken from a list."),
        _("Open them by hand."), True,
    ),
    "opened_missing": (
        _("The day it was opened cannot be read to the day."), _("Write it day first: 25/11/2025."), True,
    ),
    "closed_unreadable": (
        _("The day it was closed cannot be read to the day."), _("Write it day first: 25/11/2025."), True,
    ),
    "days_in_order": (
        _("These days cannot be: it was closed before it was opened, or lies ahead."), _("Check both days."), True,
    ),
    "worker_unknown": (
        _("No worker of that name works here now."), _("An open case will stand with nobody."), False,
    ),
    "place_unknown": (
        _("No place of that name is known."), _("The place chosen for the whole file is taken."), False,
    ),
    "person_unclear": (_("Something of the person cannot be read."), _("It is left out; write it again."), False),
    "twice": (_("The same case stands in an earlier row."), _("Nothing to do."), False),
    "same_name": (
        _("An earlier row has the same name and the same father or husband, and not the same number."),
        _("If they are one person, write the identity card in both rows; else they stand as two persons."), False,
    ),
}  # fmt: skip
"""Each problem: what it means, what mends it, and whether the row is left out for it."""


@dataclass(slots=True)
class Read:
    """One row as it was read."""

    sheet: str
    row: int
    verdict: str
    values: dict[str, Any] = field(default_factory=dict)
    record: dict[str, Any] = field(default_factory=dict)
    raw: dict[str, str] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class House:
    """What names in a register are looked up in: workers and places by folded name; the file's own place, programme."""

    workers: Mapping[str, str]
    places: Mapping[str, int]
    place: int
    programme: str
    today: date


def headings_of(sheets: Sequence[Sheet]) -> list[tuple[str, str, float]]:
    """The different headings of a file with what each may stand for and how sure that is, in their order."""
    found: dict[str, tuple[str, float]] = {}
    for sheet in sheets:
        row = next((row for row in sheet.rows if is_heading(cell.text for cell in row.cells)), None)
        for cell in row.cells if row else ():
            if cell.text.strip():
                found.setdefault(cell.text.strip(), propose_field(cell.text))
    return [(text, *guess) for text, guess in found.items()]


def read_register(sheets: Sequence[Sheet], mapping: Mapping[str, str], house: House) -> list[Read]:
    """Every row of every sheet, in order; `mapping` is from headings to fields, empty for a column that is left."""
    rows = [read for sheet in sheets for read in _of_sheet(sheet, mapping, house)]
    seen: set[tuple[str, ...]] = set()
    named: dict[tuple[str, str], list[Read]] = {}
    for one in rows:
        if one.verdict in TAKEN:
            key = _key(one)
            if key in seen:
                one.verdict, one.problems = Verdict.DUPLICATE, [*one.problems, "twice"]
            elif _may_be_another(one, named):
                one.verdict, one.problems = Verdict.WARNED, [*one.problems, "same_name"]
            seen.add(key)
    return rows


def who_is(record: Mapping[str, Any]) -> str:
    """One text for rows that surely mean one person: by the card, or by the prison number with the name; else empty."""
    if record.get("cnic"):
        return fold(str(record["cnic"]))
    return f"{fold(str(record['prison_id']))} {fold(str(record.get('full_name')))}" if record.get("prison_id") else ""


def _may_be_another(read: Read, named: dict[tuple[str, str], list[Read]]) -> bool:
    """Whether an earlier row has the same names, and neither one number nor two cards tell what is so."""
    father = fold(str(read.record.get("father_or_husband_name") or ""))
    alike = named.setdefault((fold(str(read.record.get("full_name"))), father), []) if father else []
    mine = who_is(read.record)
    unsure = any(
        who_is(one.record) != mine or not mine
        for one in alike
        if not (one.record.get("cnic") and read.record.get("cnic"))
    )
    alike.append(read)
    return unsure


def heading_rows(sheets: Sequence[Sheet]) -> dict[str | None, int]:
    """Where the headings of each sheet stand, by row number."""
    found = {}
    for sheet in sheets:
        for row in sheet.rows:
            if is_heading(cell.text for cell in row.cells):
                found[sheet.name] = row.number
                break
    return found


def _of_sheet(sheet: Sheet, mapping: Mapping[str, str], house: House) -> Iterator[Read]:
    columns: dict[int, str] = {}
    for row in sheet.rows:
        texts = [cell.text.strip() for cell in row.cells]
        if is_heading(texts):
            columns = {at: mapping.get(text, "") for at, text in enumerate(texts)}
            yield Read(sheet.name or "", row.number, Verdict.NO_PERSON)
        elif not columns or not _is_entry(row, columns):
            yield Read(sheet.name or "", row.number, Verdict.NO_PERSON)
        else:
            yield _entry(sheet.name or "", row, columns, house)


def _is_entry(row: Row, columns: Mapping[int, str]) -> bool:
    """A row with two or more filled columns that we read; a title, a sum or a blank line has fewer."""
    filled = [at for at, cell in enumerate(row.cells) if cell.text.strip() and columns.get(at)]
    named = any(columns[at] in {"full_name", "cnic", "prison_id"} for at in filled)
    return len(filled) >= 2 or (named and bool(filled))


def _entry(sheet: str, row: Row, columns: Mapping[int, str], house: House) -> Read:
    cells: dict[str, Cell] = {}
    for at, cell in enumerate(row.cells):
        if columns.get(at) and cell.text.strip():
            cells.setdefault(columns[at], cell)
    read = Read(sheet, row.number, Verdict.ACCEPTED)
    _person(read, cells, house)
    _case(read, cells, house)
    refused = any(PROBLEMS[code][2] for code in read.problems)
    read.verdict = Verdict.REJECTED if refused else Verdict.WARNED if read.problems else Verdict.ACCEPTED
    return read


def _person(read: Read, cells: Mapping[str, Cell], house: House) -> None:
    texts = {name: cells[name].text.strip() for name in OF_PERSON if name in cells}
    if not texts.get("full_name"):
        read.problems.append("name_missing")
    typed = read_typed(texts, house.today)
    read.record, read.raw = typed.record, typed.raw
    if typed.refusals:
        read.problems.append("person_unclear")


def _case(read: Read, cells: Mapping[str, Cell], house: House) -> None:
    said = {name: cells[name].text.strip() for name in ("reason", "services", "worker", "place") if name in cells}
    opened, closed = _day(cells.get("opened_on"), house), _day(cells.get("closed_on"), house)
    slug = _programme(cells.get("programme", EMPTY).text, house)
    worker, place = house.workers.get(fold(said.get("worker", ""))), house.places.get(fold(said.get("place", "")))
    wrong = {
        "programme_unknown": slug not in known_programmes(),
        "programme_closed": slug in known_programmes() and not _takes_lists(known_programmes()[slug]),
        "opened_missing": opened is None,
        "closed_unreadable": closed is None and "closed_on" in cells,
        "days_in_order": _out_of_order(opened, closed, house.today),
        "worker_unknown": worker is None and bool(said.get("worker")),
        "place_unknown": place is None and bool(said.get("place")),
    }
    read.problems += [code for code, is_so in wrong.items() if is_so]
    read.values = {
        **said, "programme": slug, "opened_on": opened.isoformat() if opened else "",
        "closed_on": closed.isoformat() if closed else "", "worker_id": worker or "", "place_id": place or house.place,
    }  # fmt: skip


def _out_of_order(opened: date | None, closed: date | None, today: date) -> bool:
    ahead = any(day > today for day in (opened, closed) if day)
    return ahead or bool(opened and closed and closed < opened)


def _day(cell: Cell | None, house: House) -> date | None:
    if cell is None:
        return None
    value = read_day(cell, Context(census_day=house.today, day_first=True), ahead=0).value
    return date.fromisoformat(value) if value and len(value) == 10 else None


def _programme(text: str, house: House) -> str:
    if not text.strip():
        return house.programme
    asked = fold(text)
    for one in known_programmes().values():
        if asked in {fold(one.slug), *(fold(title) for title in one.title.values())}:
            return one.slug
    return text.strip()[:40]


def _takes_lists(programme: Programme) -> bool:
    return programme.data_class == DataClass.PERSONAL and not programme.retired


def _key(read: Read) -> tuple[str, ...]:
    record = read.record
    number = str(record.get("cnic") or record.get("prison_id") or "")
    who = number or f"{fold(str(record.get('full_name')))} {fold(str(record.get('father_or_husband_name') or ''))}"
    return who, read.values["programme"], read.values["opened_on"]
