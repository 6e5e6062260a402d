"""Files of Excel 97 to 2003 are read with their errors, and a damaged one never takes the process down."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rihai.errors import FileUnreadable
from rihai.paper.cell import EMPTY, Cell
from rihai.paper.sheets import REFUSALS, open_sheets
from tests.paper.files import OLD_EXCEL
from tests.paper.old_excel import compound_file, dimensions, error, formula_error, number, record, xls


def outcome(content: bytes) -> str:
    try:
        open_sheets(content, "list.xls")
    except FileUnreadable as refused:
        return refused.code
    return "read"


def test_a_file_written_record_by_record_is_read() -> None:
    rows = open_sheets(xls([dimensions(2, 3), number(0, 0, 35.0), number(1, 2, 0.5)]), "list.xls").sheets[0].rows

    assert [row.cells for row in rows] == [
        (Cell("35", 35, "number"),), (EMPTY, EMPTY, Cell("0.5", 0.5, "number")),
    ]  # fmt: skip


def test_an_error_stored_or_counted_is_an_error_and_not_a_blank() -> None:
    content = xls([dimensions(1, 3), number(0, 0, 1.0), error(0, 1, 42), formula_error(0, 2, 23)])

    cells = open_sheets(content, "list.xls").sheets[0].rows[0].cells

    assert [(cell.kind, cell.text) for cell in cells[1:]] == [("error", "#N/A"), ("error", "#REF!")]


@pytest.mark.parametrize(
    ("code", "content"),
    [
        ("file_encrypted", xls([number(0, 0, 1.0)], record(0x002F, bytes(6)))),
        ("too_many_columns", xls([number(0, 0, 1.0), number(0, 40_000, 1.0)])),
        ("file_damaged", xls([dimensions(2, 1, first=65_537), number(0, 0, 1.0)])),
        ("file_damaged", xls([dimensions(2**31, 60_000), number(0, 0, 1.0)])),
        ("file_damaged", xls([number(0, 0, 1.0)], record(0x00FC, b"\xff" * 8))),
        ("file_damaged", compound_file(b"", size=2**40)),
        ("file_damaged", compound_file(b"", size=2**31)),
        (
            "file_damaged",
            xls([number(0, 0, 1.0)]).replace(b"\x03\x00\x00\x00\x04\x00\x00\x00", b"\x02\x00\x00\x00" * 2, 1),
        ),
        ("sheet_empty", xls([dimensions(0, 0)])),
    ],
)
def test_claims_that_cannot_be_true_are_refused_before_the_reader_believes_them(code: str, content: bytes) -> None:
    assert outcome(content) == code


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_a_damaged_file_is_read_or_refused_and_never_anything_else(data: st.DataObject) -> None:
    damaged = bytearray(OLD_EXCEL)
    for _ in range(data.draw(st.integers(1, 8))):
        damaged[data.draw(st.integers(0, len(OLD_EXCEL) - 1))] = data.draw(st.integers(0, 255))

    assert outcome(bytes(damaged)) in {"read", *REFUSALS}
