"""The rows of a list of services given: each is exactly one of accepted, warned, rejected, duplicate or no entry."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise, zip_longest

from rihai.census.headings import fold
from rihai.census.parse.dates import read_day
from rihai.census.parse.parsed import Context
from rihai.census.read.kinds import is_total
from rihai.census.read.order import date_order
from rihai.census.served.problems import PROBLEMS
from rihai.census.served.words import (
    NEEDED,
    SERVICES,
    age_of,
    core_of,
    find_service,
    heading_and_rank,
    heading_of,
    plain_code,
    service_table,
    sex_of,
)  # fmt: skip
from rihai.errors import FileUnreadable
from rihai.paper.cell import EMPTY, Cell, Row, Sheet
from rihai.words import mark

Columns = Mapping[str | None, tuple[int, dict[int, str]] | None]
TAKEN = ("accepted", "warned")
"""Verdicts of rows that are counted."""
VERDICTS = (*TAKEN, "rejected", "duplicate", "no_entry")
LONGEST = 80
_AMBIGUOUS = "date_order_unclear"


@dataclass(slots=True)
class ServedRow:
    """One row as it was read. `of` is the row it repeats; `raw` what stood in it, by field."""

    sheet: str
    row: int
    verdict: str = "accepted"
    code: str = ""
    district: str = ""
    place: str = ""
    service: str = ""
    on: date | None = None
    sex: str = ""
    age: int | None = None
    of: int | None = None
    problems: list[str] = field(default_factory=list)
    raw: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ServedList:
    """A list as it was read; `headings` says for each sheet on which row they stand."""

    rows: tuple[ServedRow, ...]
    headings: Mapping[str | None, int]

    @property
    def taken(self) -> list[ServedRow]:
        """The rows that are counted."""
        return [one for one in self.rows if one.verdict in TAKEN]

    def sums(self) -> dict[str, int]:
        """How many rows have each verdict; together they are all rows of the file."""
        counted = Counter(one.verdict for one in self.rows)
        return {verdict: counted[verdict] for verdict in VERDICTS}


@dataclass(frozen=True, slots=True)
class Asked:
    """What rows are held to: the day on which it is asked, services by folded word, the project, its days, women only.

    `end` is not included. A project is known by any of the texts in `project` where the list has such a column.
    """

    today: date
    services: Mapping[str, str] = field(default_factory=lambda: service_table(SERVICES))
    project: tuple[str, ...] = ()
    first: date | None = None
    end: date | None = None
    women_only: bool = False


def read_served(sheets: Sequence[Sheet], asked: Asked) -> ServedList:
    """Every row of every sheet, in order. Raises FileUnreadable where no sheet has the headings."""
    columns = refuse_without_headings(sheets)
    reader = _Reader(asked, _order(sheets, columns))
    rows = [row for sheet in sheets for row in reader.sheet(sheet, columns[sheet.name])]
    _mark_twice(rows)
    _mark_near(rows)
    return ServedList(tuple(rows), {name: found[0] for name, found in columns.items() if found})


def refuse_without_headings(sheets: Sequence[Sheet]) -> Columns:
    """Of each sheet on which row the headings stand and which column holds what. Raises FileUnreadable for none."""
    columns = {sheet.name: _headings(sheet) for sheet in sheets}
    if not any(columns.values()):
        raise FileUnreadable(
            "served_without_headings",
            mark("No row of headings was found: the code of the person, the service and the day."),
            mark("Write beneficiary_code, district, place, service and date above the columns."),
        )
    return columns


def _headings(sheet: Sheet) -> tuple[int, dict[int, str]] | None:
    """The last row of headings, and which column holds what: of one row that says it all, or else of two joined."""
    for row in sheet.rows:
        found = _named([[cell.text] for cell in row.cells])
        if found:
            return row.number, found
    for row, below in pairwise(row for row in sheet.rows if any(cell.text.strip() for cell in row.cells)):
        over = [cell.text.strip() for cell in row.cells]
        under = [cell.text.strip() for cell in below.cells]
        both = zip_longest(over, under, fillvalue="")
        found = _named([[f"{upper} {lower}", lower, upper] for upper, lower in both])
        if found:
            return below.number, found
    return None


def _named(columns: Sequence[Sequence[str]]) -> dict[int, str]:
    """Which column holds what, by what each may be called; empty where not all that is needed is named.

    Of two columns for one field the one whose heading says it best is taken, then the first.
    """
    best: dict[str, tuple[int, int]] = {}
    for at, texts in enumerate(columns):
        read = next((one for text in texts if (one := heading_and_rank(text.strip()))), None)
        if read:
            name, rank = read
            best[name] = min(best.get(name, (rank, at)), (rank, at))
    return {at: name for name, (_rank, at) in best.items()} if set(NEEDED) <= best.keys() else {}


def _order(sheets: Sequence[Sheet], columns: Columns) -> bool | None:
    texts = []
    for sheet in sheets:
        found = columns[sheet.name]
        at = next((at for at, name in found[1].items() if name == "date"), None) if found else None
        if at is not None:
            texts += [row.cells[at].text for row in sheet.rows if at < len(row.cells)]
    return date_order(dict.fromkeys(texts)).day_first


class _Reader:
    """Reads rows; each distinct day and service once."""

    def __init__(self, asked: Asked, day_first: bool | None) -> None:
        self.asked = asked
        self.context = Context(census_day=asked.today, day_first=day_first)
        self.days: dict[tuple[object, str], tuple[date | None, str]] = {}
        self.services: dict[str, tuple[str, bool]] = {}
        self.spelt: dict[str, str] = {}

    def sheet(self, sheet: Sheet, found: tuple[int, dict[int, str]] | None) -> Iterator[ServedRow]:
        """The rows of one sheet; without headings none of them is an entry."""
        at, columns = found or (0, {})
        for row in sheet.rows:
            cells = {name: row.cells[place] for place, name in columns.items() if place < len(row.cells)}
            if not found or row.number <= at or not self._is_entry(row, cells):
                yield ServedRow(sheet.name or "", row.number, "no_entry")
            else:
                yield self._entry(sheet.name or "", row.number, cells)

    @staticmethod
    def _is_entry(row: Row, cells: Mapping[str, Cell]) -> bool:
        """Two filled cells of what is needed; a title, a sum, a blank line or headings once more are none."""
        filled = [name for name in NEEDED if cells.get(name, EMPTY).text.strip()]
        if any(is_total(cells[name].text) for name in filled):
            return False
        again = sum(heading_of(cell.text.strip()) == name for name, cell in cells.items())
        return len(filled) >= 2 and again < 2 and any(cell.text.strip() for cell in row.cells)

    def _entry(self, sheet: str, number: int, cells: Mapping[str, Cell]) -> ServedRow:
        text = {name: cell.text.strip() for name, cell in cells.items()}
        row = ServedRow(sheet, number, raw={name: said[:LONGEST] for name, said in text.items() if said})
        row.code = plain_code(text.get("code", ""))[:LONGEST]
        row.district, row.place = self._name(text.get("district", "")), self._name(text.get("place", ""))
        row.sex, row.age = sex_of(text.get("sex", "")), age_of(text.get("age", ""))
        row.service, guessed = self._service(text.get("service", ""))
        row.on, unsure = self._day(cells.get("date", EMPTY))
        row.problems = [code for code, is_so in self._wrong(row, text, guessed=guessed, unsure=unsure).items() if is_so]
        rejects = any(PROBLEMS[code].rejects for code in row.problems)
        row.verdict = "rejected" if rejects else "warned" if row.problems else "accepted"
        return row

    def _name(self, text: str) -> str:
        """A name of a place as it is first spelt in the file."""
        tidy = " ".join(text.split())[:LONGEST]
        return self.spelt.setdefault(fold(tidy), tidy) if tidy else ""

    def _wrong(self, row: ServedRow, text: Mapping[str, str], *, guessed: bool, unsure: str) -> dict[str, bool]:
        asked, said, on = self.asked, text.get("service", ""), row.on
        other = text.get("project", "")
        outside = on is not None and bool((asked.first and on < asked.first) or (asked.end and on >= asked.end))
        return {
            "code_missing": not row.code,
            "service_missing": not said,
            "service_unknown": bool(said) and not row.service,
            "service_guessed": guessed,
            "date_missing": on is None and not text.get("date"),
            "date_unreadable": on is None and bool(text.get("date")),
            "date_unclear": unsure == _AMBIGUOUS,
            "date_ahead": on is not None and on > asked.today,
            "date_outside": outside,
            "district_missing": "district" in text and not row.district,
            "other_project": bool(asked.project and other) and fold(other) not in {fold(one) for one in asked.project},
            "not_a_woman": asked.women_only and row.sex == "male",
        }

    def _service(self, text: str) -> tuple[str, bool]:
        if text not in self.services:
            self.services[text] = find_service(text, self.asked.services) if text else ("", False)
        return self.services[text]

    def _day(self, cell: Cell) -> tuple[date | None, str]:
        key = (cell.value, cell.text)
        if key not in self.days:
            read = read_day(cell, self.context, ahead=0)
            whole = read.value if read.value and len(read.value) == 10 else None
            self.days[key] = (date.fromisoformat(whole) if whole else None, read.code or "")
        return self.days[key]


def key_of(row: ServedRow) -> tuple[str, str, str, str]:
    """By what two rows are one session: whose, which service, which day, where."""
    return row.code, row.service, row.on.isoformat() if row.on else "", fold(row.place) or fold(row.district)


def _mark_twice(rows: Sequence[ServedRow]) -> None:
    seen: dict[tuple[str, ...], ServedRow] = {}
    for row in rows:
        if row.verdict in TAKEN and (first := seen.setdefault(key_of(row), row)) is not row:
            row.verdict, row.of = "duplicate", first.row
            row.problems.append("twice")


def _mark_near(rows: Sequence[ServedRow]) -> None:
    """Warn of codes that differ only in noughts and strokes: perhaps one person, perhaps two."""
    cores: dict[tuple[str, ...], set[str]] = {}
    for row in rows:
        if row.verdict in TAKEN:
            cores.setdefault(core_of(row.code), set()).add(row.code)
    near = {code for codes in cores.values() if len(codes) > 1 for code in codes}
    for row in rows:
        if row.verdict in TAKEN and row.code in near:
            row.verdict = "warned"
            row.problems.append("code_near")
