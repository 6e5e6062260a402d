"""Whatever ugliness comes in: every row has one verdict, the verdicts add up, and no filled cell disappears."""

from __future__ import annotations

import json
from contextlib import suppress
from datetime import date
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from rihai.census.headings import known
from rihai.census.layouts import load_layout
from rihai.census.read import read_census, read_sheets
from rihai.census.reading import VERDICTS, Reading
from rihai.errors import FileUnreadable
from rihai.facts import CASE_FACTS, PERSON_FACTS
from rihai.paper.cell import EMPTY, Cell, Row, Sheet
from tests.census.lists import CLEAN, as_csv, table

HEADINGS = [
    "Name",
    "Status",
    "U/S",
    "FIR No",
    "Date of Arrest",
    "DOA",
    "CNIC",
    "Sex",
    "Y",
    "M",
    "D",
    "نام",
    "دفعہ",
    *sorted(known())[:80],
]
WORDS = [
    "UTP", "Convict", "302/34 PPC", "9-C CNSA; 379 PPC", "123/24; 45/25",
    "123/24", "31-02-2024", "13-03-2024", "05/04/24",
    "Nil", "N/A", "-", "-do-", "about 40", "16/17", "3.52021E+12",
    "91202-1234567-1", "Muhammad Aslam @ Kala s/o Ditta",
    "محمد یوسف ولد اکرم", "ت پ ۳۰۲", "10 Y RI + fine 50000 i/d 6M SI",
    "Total", "Grand Total", "Prepared by", "Barrack 3",
    "Superintendent", "Granted, surety not furnished 50,000", "Life",
    "\u200f", "=1+1", "a\nb", "As on 30-06-2025", "1", "2",
]  # fmt: skip

texts = st.one_of(st.sampled_from(WORDS), st.sampled_from(HEADINGS), st.text(max_size=12))
cells = st.one_of(
    st.just(EMPTY),
    texts.map(lambda text: Cell(text, text, "text") if text else EMPTY),
    st.integers(-5, 10**13).map(lambda n: Cell(str(n), n, "number")),
    st.floats(allow_nan=False, allow_infinity=False).map(lambda n: Cell(repr(n), n, "number")),
    st.dates().map(lambda day: Cell(day.isoformat(), day, "date")),
    st.booleans().map(lambda yes: Cell(str(yes).upper(), yes, "bool")),
    st.just(Cell("#REF!", None, "error")),
    st.just(Cell("=A1", None, "uncounted")),
)
headings = st.sampled_from(HEADINGS).map(lambda text: Cell(text, text, "text"))
heading_rows = st.lists(headings, min_size=2, max_size=12)
people_rows = st.lists(cells, min_size=8, max_size=14)
rows = st.lists(st.one_of(st.lists(cells, max_size=12), people_rows, heading_rows), max_size=14)
books = st.lists(st.tuples(st.one_of(st.none(), st.text(max_size=8)), rows), min_size=1, max_size=3)


def _sheets(book: list[tuple[str | None, list[list[Cell]]]]) -> list[Sheet]:
    return [Sheet(name, tuple(Row(at, tuple(row)) for at, row in enumerate(rows, start=1))) for name, rows in book]


def _must_add_up(reading: Reading, sheets: list[Sheet]) -> None:
    assert sum(reading.counts().values()) == sum(len(sheet.rows) for sheet in sheets)
    assert [(row.sheet, row.row) for row in reading.rows] == [(s.name, r.number) for s in sheets for r in s.rows]
    for row in reading.rows:
        assert row.verdict in VERDICTS
        assert (row.facts == {}) == (row.verdict == "not_a_person")
        assert (row.of is not None) or row.verdict != "duplicate"
        assert row.of is None or row.verdict in {"duplicate", "accepted_with_warnings"}
        assert row.verdict != "accepted" or not row.problems


def _must_keep_every_text(reading: Reading, sheets: list[Sheet]) -> None:
    sources = [row for sheet in sheets for row in sheet.rows]
    for read, source in zip(reading.rows, sources, strict=True):
        written = [cell.text for cell in source.cells if cell.text and not cell.text.isspace()]
        assert list(read.raw.values()) == written


def _must_be_records(facts: dict[str, Any]) -> None:
    assert not facts or "id" in facts
    assert set(facts) <= {*PERSON_FACTS, "cases"}
    keys = [case["case_id"] for case in facts.get("cases", [])]
    assert len(keys) == len(set(keys))
    for case in facts.get("cases", []):
        assert set(case) <= set(CASE_FACTS)


@settings(max_examples=150, deadline=None)
@given(book=books, layout=st.sampled_from(["pakistan", "e_prisons", "us_jail_roster"]), with_day=st.booleans())
def test_every_row_has_one_verdict_and_no_text_disappears(
    book: list[tuple[str | None, list[list[Cell]]]], layout: str, with_day: bool
) -> None:
    sheets = _sheets(book)

    reading = read_sheets(
        sheets,
        "list.xlsx",
        layout=load_layout(layout),
        census_day=date(2025, 6, 30) if with_day else None,
        offences=table(),
    )

    _must_add_up(reading, sheets)
    _must_keep_every_text(reading, sheets)
    for row in reading.rows:
        _must_be_records(row.facts)
        assert json.loads(json.dumps(row.as_json()))["facts"] == row.facts
    for record in reading.records():
        _must_be_records(record)


@settings(max_examples=60, deadline=None)
@given(
    content=st.one_of(st.binary(max_size=400), st.text(max_size=200).map(str.encode)),
    name=st.sampled_from(["a.csv", "a.xlsx"]),
)
def test_no_bytes_raise_anything_but_a_file_that_cannot_be_read(content: bytes, name: str) -> None:
    with suppress(FileUnreadable):
        reading = read_census(content, name)

        assert sum(reading.counts().values()) == len(reading.rows)


def test_the_text_of_a_column_nobody_knows_goes_to_the_remarks_under_its_heading() -> None:
    reading = read_census(as_csv([[*CLEAN, "Blood Group"], [*CLEAN.values(), "A positive"]]), "list.csv")

    assert reading.rows[1].facts["remarks"] == "Blood Group: A positive"


def test_what_a_parser_has_no_place_for_goes_to_the_remarks_too() -> None:
    reading = read_census(as_csv([list(CLEAN), list({**CLEAN, "Next Date": "Adj. sine die"}.values())]), "list.csv")

    assert reading.rows[1].facts["remarks"] == "Next Date: Adj. sine die"
    assert reading.rows[1].raw["Next Date"] == "Adj. sine die"
