"""The user's own file comes back whole, with one more column that says what to mend."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from datetime import date
from typing import Any

import openpyxl
import pytest
from openpyxl.styles import Font
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.worksheet import Worksheet

from rihai.paper import returned
from rihai.paper.cell import Row
from rihai.paper.returned import Note, give_back
from rihai.paper.sheets import open_sheets
from tests.paper.files import OLD_EXCEL, saved, with_parts, xlsx

HEADING = "What to mend"
NOTES: dict[tuple[str | None, int], Note] = {
    ("UTP", 4): Note("No sex: write M or F.", "reject"),
    ("UTP", 3): Note("=1+1 about 40", "warn"),
}


def a_list(sheet: Worksheet) -> None:
    sheet.append(["District Jail Roshanabad"])
    sheet.append(["Name", "FIR", "DOA", "Age"])
    sheet.append(["محمد یوسف", "=1+1", date(2024, 3, 15), 35])
    sheet.append(["Bashir", "@SUM(A1)", None, -5])
    sheet["B3"].data_type = "s"
    sheet["B4"].data_type = "s"
    sheet["A2"].font = Font(name="Courier New", bold=True)
    sheet.freeze_panes = "B3"
    sheet.sheet_view.rightToLeft = True


def back(
    content: bytes, name: str = "list.xlsx", notes: Mapping[tuple[str | None, int], Note] = NOTES, **more: Any
) -> openpyxl.Workbook:
    book = open_sheets(content, name)
    _, result = give_back(content, name, book, notes, heading=HEADING, language=more.pop("language", "en"), **more)
    return openpyxl.load_workbook(io.BytesIO(result))


def rewritten(content: bytes, monkeypatch: pytest.MonkeyPatch) -> openpyxl.Workbook:
    monkeypatch.setattr(returned, "KEEP_LOOK_CELLS", 0)
    return back(content)


def sheet_of(book: openpyxl.Workbook, name: str = "UTP") -> Worksheet:
    sheet = book[name]
    assert isinstance(sheet, Worksheet)
    return sheet


def texts(rows: tuple[Row, ...]) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in rows]


@pytest.mark.parametrize("large", [False, True])
def test_the_column_stands_after_the_last_one_with_heading_sign_and_colour(
    large: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = xlsx(a_list)

    sheet = sheet_of(rewritten(content, monkeypatch) if large else back(content))

    assert [sheet.cell(row, 5).value for row in (1, 2, 3, 4)] == [
        None, HEADING, "▲ =1+1 about 40", "✖ No sex: write M or F.",
    ]  # fmt: skip
    assert sheet["E4"].fill.fgColor.rgb != sheet["E3"].fill.fgColor.rgb
    assert sheet["E4"].alignment.wrap_text
    assert (sheet.column_dimensions["E"].width or 0) > 50


@pytest.mark.parametrize("large", [False, True])
def test_sheets_rows_order_and_texts_come_back_as_they_were(large: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    source = openpyxl.Workbook()
    for name in ("UTP", "سزا یافتہ"):
        sheet = source.create_sheet(name)
        a_list(sheet)
        sheet["B9"] = "after blank rows"
    content = saved(source)
    before = open_sheets(content, "list.xlsx")

    out = io.BytesIO()
    (rewritten(content, monkeypatch) if large else back(content)).save(out)
    after = open_sheets(out.getvalue(), "list.xlsx")

    assert [sheet.name for sheet in after.sheets] == [sheet.name for sheet in before.sheets]
    for old, new in zip(before.sheets, after.sheets, strict=True):
        assert [row.number for row in new.rows] == [row.number for row in old.rows]
        assert [row[:4] for row in texts(new.rows)] == [
            row + [""] * (len(other[:4]) - len(row))
            for row, other in zip(texts(old.rows), texts(new.rows), strict=True)
        ]


@pytest.mark.parametrize("large", [False, True])
def test_text_that_looks_like_a_formula_stays_text_and_numbers_stay_numbers(
    large: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = xlsx(a_list)

    sheet = sheet_of(rewritten(content, monkeypatch) if large else back(content))

    assert [(sheet[name].data_type, sheet[name].value) for name in ("B3", "B4", "E3", "D4")] == [
        ("s", "=1+1"), ("s", "@SUM(A1)"), ("s", "▲ =1+1 about 40"), ("n", -5),
    ]  # fmt: skip
    assert sheet["C3"].is_date


def test_a_smaller_workbook_keeps_look_frozen_panes_direction_and_formulas() -> None:
    def fill(sheet: Worksheet) -> None:
        a_list(sheet)
        sheet["D3"] = "=30+5"

    sheet = sheet_of(back(xlsx(fill)))

    assert sheet["A2"].font.name == "Courier New"
    assert sheet.freeze_panes == "B3"
    assert sheet.sheet_view.rightToLeft
    assert (sheet["D3"].data_type, sheet["D3"].value) == ("f", "=30+5")


def test_formulas_that_reach_outside_the_workbook_do_not_come_back() -> None:
    def fill(sheet: Worksheet) -> None:
        sheet.append(["=cmd|'/c calc'!A0", "=[1]Other!A1", '=WEBSERVICE("http://example.org")', "=A2"])

    book = openpyxl.load_workbook(io.BytesIO(xlsx(fill)))
    book.defined_names["far"] = DefinedName("far", attr_text="[1]Other!$A$1")

    returned_book = back(saved(book), notes={})

    assert [cell.data_type for cell in sheet_of(returned_book)[1]][:4] == ["s", "s", "s", "f"]
    assert not returned_book.defined_names


def test_macros_do_not_come_back() -> None:
    content = with_parts(xlsx(a_list), {"xl/vbaProject.bin": b"macro"})

    _, result = give_back(content, "a.xlsm", open_sheets(content, "a"), NOTES, heading=HEADING, language="en")

    assert not [name for name in zipfile.ZipFile(io.BytesIO(result)).namelist() if "vba" in name]


def test_the_column_stands_right_of_merged_titles() -> None:
    def fill(sheet: Worksheet) -> None:
        a_list(sheet)
        sheet.merge_cells("A1:H1")

    sheet = sheet_of(back(xlsx(fill)))

    assert (sheet["I2"].value, sheet["I4"].value) == (HEADING, "✖ No sex: write M or F.")


def test_a_workbook_that_openpyxl_cannot_carry_is_written_anew() -> None:
    content = with_parts(xlsx(a_list), {"xl/styles.xml": b"<styleSheet><nonsense/></styleSheet>"})
    assert open_sheets(content, "list.xlsx").sheets[0].rows[3].cells[0].text == "Bashir"

    sheet = sheet_of(back(content))

    assert (sheet["A4"].value, sheet["E4"].value) == ("Bashir", "✖ No sex: write M or F.")


def test_the_heading_stands_where_the_caller_says() -> None:
    sheet = sheet_of(back(xlsx(a_list), heading_rows={"UTP": 1}))

    assert (sheet["E1"].value, sheet["E2"].value) == (HEADING, None)


def test_the_heading_does_not_stand_in_a_fuller_row_that_has_a_note() -> None:
    def fill(sheet: Worksheet) -> None:
        sheet.append(["Name", "FIR"])
        sheet.append(["Aslam", "12/25", "fuller than the headings"])

    sheet = sheet_of(back(xlsx(fill), notes={("UTP", 2): Note("Look.", "warn")}))

    assert (sheet["D1"].value, sheet["D2"].value) == (HEADING, "▲ Look.")


def test_a_note_on_the_heading_row_itself_keeps_both() -> None:
    sheet = sheet_of(
        back(xlsx(a_list), notes={("UTP", 2): Note("Two columns are called Age.", "info")}, heading_rows={"UTP": 2})
    )

    assert sheet["E2"].value == f"{HEADING}\n● Two columns are called Age."


def test_a_text_file_comes_back_with_each_row_at_its_line_and_noughts_kept() -> None:
    content = 'نام,فون\nمحمد,"0300\n0301"\n-5,=cmd|x\n'.encode()

    name, _ = give_back(content, "in/list.csv", open_sheets(content, ""), {}, heading=HEADING, language="ur")
    sheet = sheet_of(back(content, "list.csv", {(None, 4): Note("No name.", "reject")}), "Sheet1")

    assert name == "list-to-mend.xlsx"
    assert [sheet.cell(2, 2).value, sheet.cell(4, 1).value, sheet.cell(4, 2).value] == ["0300\n0301", "-5", "=cmd|x"]
    assert {cell.data_type for cell in (sheet["A4"], sheet["B4"], sheet["C4"])} == {"s"}
    assert (sheet["C1"].value, sheet["C4"].value) == (HEADING, "✖ No name.")
    assert sheet.sheet_view.rightToLeft


def test_an_old_excel_file_comes_back_with_both_sheets_and_real_dates() -> None:
    book = back(OLD_EXCEL, "list.xls", {("UTP", 2): Note("Look at the age.", "warn")})

    assert book.sheetnames == ["UTP", "Hidden"]
    assert sheet_of(book)["C2"].is_date
    assert sheet_of(book)["B2"].value == 9120212345671


def test_text_longer_than_a_cell_holds_goes_on_at_the_right() -> None:
    content = b"Name,Remarks\nAslam," + b"x" * 40_000 + b"\n"

    sheet = sheet_of(back(content, "list.csv", {(None, 2): Note("Long.", "info")}), "Sheet1")

    assert len(f"{sheet['B2'].value}{sheet['D2'].value}") == 40_000
    assert sheet["C2"].value == "● Long."


def test_rows_beyond_one_sheet_go_on_in_another(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("rihai.paper.returned.rewritten.MAX_ROWS", 3)

    book = back(b"Name,Age\nA,1\nB,2\nC,3\nD,4\n", "list.csv", {(None, 5): Note("Look.", "warn")})

    assert book.sheetnames == ["Rows 1", "Rows 4"]
    assert [cell.value for cell in sheet_of(book, "Rows 4")[2]] == ["D", "4", "▲ Look."]


@pytest.mark.parametrize("large", [False, True])
def test_a_long_note_is_shown_whole_and_an_urdu_one_from_right_to_left(
    large: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if large:
        monkeypatch.setattr(returned, "KEEP_LOOK_CELLS", 0)
    notes: dict[tuple[str | None, int], Note] = {
        ("UTP", 3): Note("نام لکھیں۔", "reject"),
        ("UTP", 4): Note("Write the age. " * 12, "warn"),
    }

    sheet = sheet_of(back(xlsx(a_list), notes=notes))

    assert (sheet["E3"].alignment.readingOrder, sheet["E4"].alignment.readingOrder) in {(2, 1), (2, 0)}
    assert str(sheet["E3"].value) == "\u200f✖ نام لکھیں۔"
    assert (sheet.row_dimensions[4].height or 0) >= 4 * 15
    assert not (sheet.row_dimensions[3].height or 0) > 15


def test_notes_lose_only_what_xml_cannot_carry() -> None:
    sheet = sheet_of(back(xlsx(a_list), notes={("UTP", 3): Note("raw \x00 value", "info")}))

    assert sheet["E3"].value == "● raw \ufffd value"
