"""A whole invented census of one prison as a workbook, ugly as the real ones, with the truth beside it."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from random import Random
from typing import Any

from rihai.census.synth.people import invent_records
from rihai.census.synth.sheet import Page, Person, TrueRow
from rihai.census.synth.workbook import Workbook

_PRISON = "District Jail Roshanabad"
_SHEETS = (
    ("UTP", "List of Under Trial Prisoners", "فہرست حوالاتیان"),
    ("Convicts", "List of Convicted Prisoners", "فہرست قیدیان"),
    ("Women", "List of Female Prisoners", "فہرست خواتین"),
    ("Juveniles", "List of Juvenile Prisoners", "فہرست نوعمر"),
)


@dataclass(frozen=True, slots=True)
class InventedCensus:
    """A workbook (`content`, the bytes of an .xlsx), the people in it as canonical records, and the truth of each row.

    `records` hold what the registers behind the list say, before anything was spoilt; `truth` has one entry for each
    source row of each sheet, in the order of the workbook.
    """

    content: bytes
    name: str
    records: tuple[dict[str, Any], ...]
    truth: tuple[TrueRow, ...]


def invent_census(
    rows: int, seed: int, *, as_of: date, mess: float = 1.0, languages: Collection[str] = ("en", "ur")
) -> InventedCensus:
    """A census of about `rows` people of one prison on the day `as_of`; the same seed gives the same bytes.

    `mess` 0 is a tidy list with single-line headings, 1 is the usual dirt, 2 twice as much. With "ur" among the
    languages the sheets of women and juveniles are in Urdu, headings, words and digits. Some people appear twice.
    """
    if rows < 0 or mess < 0:
        raise ValueError("rows and mess are not negative")
    records = [_here(record) for record in invent_records(rows, seed, as_of)]
    return write_census(records, seed, as_of=as_of, prison=_PRISON, mess=mess, languages=languages)


def write_census(
    given: Iterable[dict[str, Any]],
    seed: int,
    *,
    as_of: date,
    prison: str,
    mess: float = 1.0,
    languages: Collection[str] = ("en", "ur"),
) -> InventedCensus:
    """The workbook a prison of that name would send of these people, as `invent_census` says."""
    people = [Person(record, place) for place, record in enumerate(given)]
    sheets: dict[str, list[Person]] = {name: [] for name, _, _ in _SHEETS}
    for person in people:
        sheets[_sheet_of(person.record, as_of)].append(person)
    chance = Random(seed + 1)  # noqa: S311 - invents dirt, guards no secret
    truth: list[TrueRow] = []
    book = Workbook()
    for name, title, title_ur in _SHEETS:
        urdu = "ur" in languages and ("en" not in languages or name in {"Women", "Juveniles"})
        page = Page(name, title_ur if urdu else title, chance, as_of, urdu=urdu, mess=mess)
        book.add_sheet(name, page.lines(iter(sheets[name]), prison), right_to_left=urdu)
        truth += page.truth
    records = tuple(person.record for person in people)
    return InventedCensus(book.content(), f"census-{as_of.isoformat()}.xlsx", records, tuple(truth))


def _here(record: dict[str, Any]) -> dict[str, Any]:
    """The record in this one prison; its own number stays."""
    return {**record, "prison": _PRISON, "prison_type": "district", "province": "punjab"}


def _sheet_of(record: dict[str, Any], as_of: date) -> str:
    if record.get("sex") == "female":
        return "Women"
    born = record.get("date_of_birth")
    if born and born > as_of.replace(year=as_of.year - 18, day=min(as_of.day, 28)).isoformat():
        return "Juveniles"
    return "Convicts" if record["cases"][0]["legal_status"] in {"convict", "condemned"} else "UTP"
