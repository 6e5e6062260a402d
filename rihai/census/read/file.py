"""A file from its bytes to a reading: every sheet surveyed, every row read, looked over and given its verdict."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import PurePath
from typing import Any

from rihai.census.duplicates import mark_duplicates
from rihai.census.layouts import Layout, load_layout
from rihai.census.packed import PackedRow
from rihai.census.parse.dates import DAY_FIRST_COUNTRIES
from rihai.census.parse.fields import FIELDS
from rihai.census.parse.parsed import Context
from rihai.census.problems import problem
from rihai.census.read.order import Order, date_order
from rihai.census.read.rows import SheetReader
from rihai.census.read.survey import Survey, survey
from rihai.census.read.titles import Titles, days_in, read_titles
from rihai.census.reading import Reading, SourceRow
from rihai.census.validate import OffenceCheck
from rihai.facts import PERSON_FACTS, Problem
from rihai.offences import OffenceTable
from rihai.paper.cell import Cell, Sheet
from rihai.paper.sheets import no_rubbish, open_sheets

_DATES = frozenset(
    {
        "arrest_date", "admission_date", "fir_date", "next_hearing", "last_hearing", "sentence_date", "date_of_birth",
        "charge_framed_date", "probable_release_date", "visits", "remarks",
    }
)  # fmt: skip


def read_census(
    content: bytes,
    name: str,
    *,
    layout: Layout | None = None,
    census_day: date | None = None,
    offences: OffenceTable | None = None,
    defaults: Mapping[str, Any] | None = None,
    packed: bool = False,
) -> Reading:
    """Read the list a prison sent, from the bytes of its file; raises FileUnreadable where it is no spreadsheet.

    `layout` says what its headings mean; without one it is read as a list of Pakistan. `census_day` is the day on which
    the list was true, where a person knows it; else the titles, the sheet's name or the file's name say. `offences` is
    the table that tells repealed Acts and unknown ones. `defaults` are facts a person has confirmed for every row that
    does not state them itself, such as the sex on an all-male list. `packed` keeps the rows as `PackedRow`, for whoever
    hands on a long list row by row.
    """
    return read_sheets(
        open_sheets(content, name).sheets,
        name,
        layout=layout,
        census_day=census_day,
        offences=offences,
        defaults=defaults,
        packed=packed,
    )


def read_sheets(
    sheets: Sequence[Sheet],
    name: str,
    *,
    layout: Layout | None = None,
    census_day: date | None = None,
    offences: OffenceTable | None = None,
    defaults: Mapping[str, Any] | None = None,
    packed: bool = False,
) -> Reading:
    """As `read_census`, from sheets already opened."""
    with no_rubbish():
        return _read(sheets, name, layout or load_layout("pakistan"), census_day, offences, defaults or {}, packed)


def _read(
    sheets: Sequence[Sheet],
    name: str,
    layout: Layout,
    census_day: date | None,
    offences: OffenceTable | None,
    defaults: Mapping[str, Any],
    packed: bool,
) -> Reading:
    given = {**layout.facts, **defaults}
    context = Context(country=given.get("country", "PK"), acts=offences.acts if offences else frozenset())
    surveys = [survey(sheet, layout) for sheet in sheets]
    titles = [read_titles([row.cells for row in found.titles], found.sheet.name, _reader(context)) for found in surveys]
    whole: list[Problem] = []
    order = _order(surveys, layout, context.country, whole)
    day, found_in = _census_day(census_day, titles, days_in(PurePath(name).stem, _reader(context)), whole)
    check = OffenceCheck(offences) if offences else None
    rows: list[SourceRow] = []
    for found, title in zip(surveys, titles, strict=True):
        sheet_day = census_day or (title.days[0][0] if title.days else day)
        known = {**title.facts, **layout.facts_of(found.sheet.name), **defaults}
        read = _sheet_context(context, sheet_day, order.day_first)
        of_sheet = SheetReader(found, layout, read, known, title.status, check).rows()
        rows += map(PackedRow, of_sheet) if packed else of_sheet
    mark_duplicates(rows)
    _show(whole, rows)
    of_sheets = [said for row in rows if row.verdict == "not_a_person" for said in row.problems if said not in whole]
    mappings = tuple(mapping for found in surveys for mapping in found.mappings)
    return Reading(rows, mappings, day, found_in, (*whole, *of_sheets))


def _show(whole: Sequence[Problem], rows: Sequence[SourceRow]) -> None:
    """Put what concerns the whole file on its first row without a person, so that a list of rows shows it too."""
    first = next((row for row in rows if row.verdict == "not_a_person"), None)
    if first and whole:
        first.problems = (*first.problems, *whole)


def _sheet_context(context: Context, day: date | None, day_first: bool | None) -> Context:
    return Context(census_day=day, day_first=day_first, country=context.country, acts=context.acts)


def _reader(context: Context) -> Any:
    """Reads a text as a census field, keeping only facts of the dictionary."""

    def read(field: str, text: str) -> dict[str, Any]:
        facts = FIELDS[field](Cell(text, text, "text"), context).facts
        return {fact: value for fact, value in facts.items() if fact in PERSON_FACTS}

    return read


def _order(surveys: Sequence[Survey], layout: Layout, country: str, whole: list[Problem]) -> Order:
    """The order of a file's dates; one that never shows it has that of its country, where that is day first."""
    if layout.dates:
        return Order(layout.dates == "day_first", False)
    order = date_order({text for found in surveys for text in _date_texts(found)})
    if order.silent and country in DAY_FIRST_COUNTRIES:
        return Order(True, False)
    if order.day_first is False:
        whole.append(problem("file_month_first"))
    elif order.mixed and order.day_first is None:
        whole.append(problem("file_order_unclear"))
    return order


def _date_texts(found: Survey) -> Iterator[str]:
    columns = {id(mapping): [h.column for h in mapping.headings if h.field in _DATES] for mapping in found.mappings}
    for row, mapping in zip(found.sheet.rows, found.tables, strict=True):
        if mapping is not None:
            cells = row.cells
            yield from (cells[at].text for at in columns[id(mapping)] if at < len(cells) and cells[at].kind == "text")


def _census_day(
    given: date | None, titles: Sequence[Titles], in_name: Sequence[date], whole: list[Problem]
) -> tuple[date | None, str | None]:
    """The day of the list and where it stands: given, in a title, in a sheet's name, in the file's name."""
    if given:
        return given, "given"
    for place in ("title", "sheet name"):
        days = list(dict.fromkeys(day for title in titles for day, where in title.days if where == place))
        if days:
            if len(days) > 1:
                whole.append(problem("census_day_differs", "census_date", detail=", ".join(map(str, days))))
            return days[0], place
    if len(set(in_name)) == 1:
        return in_name[0], "file name"
    whole.append(problem("census_day_missing", "census_date"))
    return None, None
