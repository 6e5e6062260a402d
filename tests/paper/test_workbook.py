"""Workbooks hold what they were given, as what it was, and nothing in them is ever evaluated."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from datetime import date
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from rihai.paper import inks
from rihai.paper.table import NOT_COLLECTED, SUPPRESSED, Column, Link, Status, Table, Value
from rihai.paper.workbook import SheetSpec, leaf, write_workbook

DAY = date(2026, 5, 21)
COLUMNS = (Column("Name", width=24), Column("Held", "number", 8), Column("Since", "date", 13))
ROWS: tuple[tuple[Value, ...], ...] = (("Bashir Namoona", 101, DAY), ("نرگس فرضی", None, None))


def _spec(
    rows: Sequence[Sequence[Value]] = ROWS, columns: Sequence[Column] = COLUMNS, name: str = "Today"
) -> SheetSpec:
    return SheetSpec.of(name, Table("Who could go", columns, rows))


def _written(*specs: SheetSpec, language: str = "en") -> list[Any]:
    book = openpyxl.load_workbook(io.BytesIO(write_workbook(specs, language=language)))
    return list(book.worksheets)


def _one_cell(value: Value, column: Column = COLUMNS[0]) -> Any:
    return _written(_spec([[value]], [column]))[0]["A4"]


def _part(content: bytes, name: str) -> str:
    return zipfile.ZipFile(io.BytesIO(content)).read(name).decode()


def test_dates_are_dates_and_numbers_are_numbers() -> None:
    sheet = _written(_spec())[0]
    name, held, since = (cell for cell in sheet[4])
    assert (name.value, held.value) == ("Bashir Namoona", 101)
    assert since.is_date
    assert since.value.date() == DAY
    assert since.number_format == "dd mmm yyyy"
    assert [cell.value for cell in sheet[5]] == ["نرگس فرضی", None, None]


def test_the_heads_stay_in_sight_and_repeat_on_paper() -> None:
    sheet = _written(_spec())[0]
    assert [cell.value for cell in sheet[3]] == ["Name", "Held", "Since"]
    assert sheet.freeze_panes == "A4"
    assert sheet.auto_filter.ref == "A3:C5"
    assert sheet.print_title_rows == "$3:$3"
    assert sheet.page_setup.orientation == "landscape"
    assert (sheet.page_setup.fitToHeight, sheet.sheet_properties.pageSetUpPr.fitToPage) == (0, True)
    assert "Page &P of &N" in _part(write_workbook([_spec()], language="en"), "xl/worksheets/sheet1.xml").replace(
        "&amp;", "&"
    )


def test_urdu_sheets_read_from_the_right() -> None:
    english, urdu = _written(_spec(), SheetSpec.of("آج", Table("آج", COLUMNS, ROWS), language="ur"))
    assert not english.sheet_view.rightToLeft
    assert urdu.sheet_view.rightToLeft


@pytest.mark.parametrize("text", ['=HYPERLINK("http://example.org")', "+1", "@x", "{=1}", "http://example.org"])
def test_text_is_never_a_formula_or_a_link(text: str) -> None:
    content = write_workbook([_spec([[text]], COLUMNS[:1])], language="en")
    xml = _part(content, "xl/worksheets/sheet1.xml")
    assert "<f>" not in xml
    assert "<hyperlink" not in xml
    assert CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0).to_python()[-1] == [text]


def test_only_a_safe_address_can_be_clicked() -> None:
    column = Column("Citation", "link", 20)
    rows = [[Link("CrPC s.497", "https://example.org/a?b=1&c=2")], [Link("bad", "javascript:alert(1)")]]
    sheet = _written(_spec(rows, [column]))[0]
    assert sheet["A4"].value == "CrPC s.497"
    assert sheet["A4"].hyperlink.target == "https://example.org/a?b=1&c=2"
    assert sheet["A5"].hyperlink is None
    assert sheet["A5"].value == "bad (javascript:alert(1))"


@pytest.mark.parametrize("code", sorted(inks.LOOKS))
def test_every_state_has_its_colours(code: str) -> None:
    cell = _one_cell(Status(code, "words"))
    assert cell.value == "words"
    assert cell.font.color.rgb == "FF" + inks.look_of(code).ink[1:].upper()


def test_a_state_nobody_has_drawn_is_refused() -> None:
    with pytest.raises(KeyError):
        _one_cell(Status("eligible", "Eligible"))


def test_absent_figures_are_not_noughts_and_are_explained() -> None:
    rows: list[list[Value]] = [["a", 0], ["b", SUPPRESSED], ["c", NOT_COLLECTED], ["d", None]]
    sheet = _written(_spec(rows, COLUMNS[:2]))[0]
    assert [sheet.cell(row, 2).value for row in range(4, 8)] == [0, "c", "..", None]
    said = [row[0].value for row in sheet.iter_rows(min_row=8) if row[0].value]
    assert len(said) == 2
    assert said[0].startswith("c is a figure withheld")


def test_the_total_stands_outside_the_filter() -> None:
    table = Table("T", COLUMNS[:2], [["a", 1], ["b", 2]], total_row=["All", 3])
    sheet = _written(SheetSpec.of("T", table))[0]
    assert sheet.auto_filter.ref == "A3:B5"
    assert [cell.value for cell in sheet[6]] == ["All", 3]
    assert sheet["B6"].border.bottom.style == "double"


def test_more_rows_than_a_sheet_holds_go_on_in_the_next(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(leaf, "ROWS_MAX", 15)  # four rows of data above the place kept beneath
    spec = SheetSpec("All", "All", COLUMNS[:1], ([f"Namoona {n}"] for n in range(10)), note="Rihai decides nothing.")
    sheets = _written(spec)
    assert [sheet.title for sheet in sheets] == ["All", "All (2)", "All (3)"]
    names = [row[0].value for sheet in sheets for row in sheet.iter_rows(min_row=4) if row[0].value]
    assert names == [*(f"Namoona {n}" for n in range(10)), "Rihai decides nothing."]
    assert all(sheet["A3"].value == "Name" for sheet in sheets)


def test_tab_names_are_legal_and_kept_apart() -> None:
    names = ["Today/30: days?", "today 30  days", "x" * 40, "x" * 40, "'", "History", "[]", "ا" * 33]
    sheets = _written(*(_spec(name=name) for name in names))
    made = [sheet.title for sheet in sheets]
    assert len({name.casefold() for name in made}) == len(names)
    assert all(0 < len(name) <= 31 and not set(name) & set("[]:*?/\\") for name in made)
    assert "history" not in {name.casefold() for name in made}


def test_what_a_number_cell_cannot_hold_is_text() -> None:
    identity = 90_403_000_000_089_999_999
    assert _one_cell(identity, COLUMNS[1]).value.replace(",", "") == str(identity)
    assert _one_cell(date(1890, 1, 1), COLUMNS[2]).value == "01 Jan 1890"
    assert _one_cell(True).value == "Yes"


def test_a_figure_that_is_no_number_is_refused() -> None:
    with pytest.raises(ValueError, match="finite"):
        _one_cell(float("nan"), COLUMNS[1])


def test_a_row_that_does_not_fit_the_columns_is_refused() -> None:
    spec = SheetSpec("T", "T", COLUMNS, iter([["only one"]]))
    with pytest.raises(ValueError, match="shorter"):
        write_workbook([spec], language="en")


def test_text_too_long_for_a_cell_says_that_it_was_cut() -> None:
    value = _one_cell("ن" * 40_000).value
    assert len(value) <= 32_767
    assert value.endswith("… (cut here: a spreadsheet cell cannot hold all 40000 letters)")


def test_the_same_findings_give_the_same_bytes() -> None:
    assert write_workbook([_spec()], language="en") == write_workbook([_spec()], language="en")


@given(st.lists(st.text(min_size=1, max_size=40), min_size=1, max_size=5))
@settings(max_examples=60, deadline=None)
def test_no_text_is_changed(texts: list[str]) -> None:
    content = write_workbook([_spec([[text] for text in texts], COLUMNS[:1])], language="en")
    rows = CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0).to_python(skip_empty_area=False)
    read = [row[0] for row in rows[3 : 3 + len(texts)]]
    unwritable = {0xFFFE: 0xFFFD, 0xFFFF: 0xFFFD}
    assert read == [text.translate(unwritable) for text in texts]
