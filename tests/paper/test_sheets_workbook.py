"""Workbooks become sheets of cells with every row and every value, whatever their writer did."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import openpyxl
import pytest
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from openpyxl.worksheet.worksheet import Worksheet

from rihai.paper.cell import EMPTY, Cell
from rihai.paper.sheets import open_sheets
from rihai.paper.sheets.extent import Extent
from rihai.paper.sheets.markup import WorkbookSheet, walk
from rihai.paper.sheets.rows import glance
from tests.paper.files import MAIN, OLD_EXCEL, ods, raw_sheet, saved, with_parts, xlsx

HALF_PAST_TWO = datetime.fromisoformat("2024-03-15 14:30:00")


def first_row(content: bytes) -> tuple[Cell, ...]:
    return open_sheets(content, "list.xlsx").sheets[0].rows[0].cells


def one_cell(value: object, number_format: str | None = None) -> Cell:
    def fill(sheet: Worksheet) -> None:
        sheet["A1"] = value  # type: ignore[assignment]
        if number_format:
            sheet["A1"].number_format = number_format

    return first_row(xlsx(fill))[0]


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        ("محمد یوسف", Cell("محمد یوسف", "محمد یوسف", "text")),
        ("00123", Cell("00123", "00123", "text")),
        ("x" * 32_767, Cell("x" * 32_767, "x" * 32_767, "text")),
        (51, Cell("51", 51, "number")),
        (-5, Cell("-5", -5, "number")),
        (0.5, Cell("0.5", 0.5, "number")),
        (9120212345671, Cell("9120212345671", 9120212345671, "number")),
        (3.52021e12, Cell("3520210000000", 3520210000000, "number")),
        (1234567890123456, Cell("1234567890123456", 1234567890123456, "number")),
        (1e300, Cell("1e+300", 1e300, "number")),
        (True, Cell("TRUE", True, "bool")),
        (date(2024, 3, 15), Cell("2024-03-15", date(2024, 3, 15), "date")),
        (HALF_PAST_TWO, Cell("2024-03-15 14:30:00", HALF_PAST_TWO, "date")),
        (time(14, 30), Cell("14:30:00", "14:30:00", "text")),
        (timedelta(hours=36), Cell("36:00:00", "36:00:00", "text")),
    ],
)
def test_each_kind_of_value_keeps_its_text_and_value(value: object, cell: Cell) -> None:
    assert one_cell(value) == cell
    assert type(one_cell(value).value) is type(cell.value)


def test_a_number_shown_as_a_date_is_a_date_and_one_with_a_colour_is_not() -> None:
    assert one_cell(45000, "[$-420]dd mmmm yyyy").value == date(2023, 3, 15)
    assert one_cell(45000, "0;[Red]-0") == Cell("45000", 45000, "number")


def test_days_counted_from_1904_are_the_same_days() -> None:
    content = xlsx(lambda sheet: sheet.append([date(2024, 3, 15)]), epoch=CALENDAR_MAC_1904)

    assert first_row(content)[0].value == date(2024, 3, 15)


def test_rows_keep_the_spreadsheets_numbers_and_blank_ones_between() -> None:
    def fill(sheet: Worksheet) -> None:
        sheet["C3"] = "first"
        sheet["A6"] = "last"
        sheet["A9"] = "   "

    rows = open_sheets(xlsx(fill), "list.xlsx").sheets[0].rows

    assert [row.number for row in rows] == [1, 2, 3, 4, 5, 6]
    assert [[cell.text for cell in row.cells] for row in rows] == [[], [], ["", "", "first"], [], [], ["last"]]


def test_blank_columns_before_the_first_filled_one_keep_their_places() -> None:
    def fill(sheet: Worksheet) -> None:
        sheet["C5"] = "x"
        sheet["D6"] = "=A1"

    rows = open_sheets(xlsx(fill), "list.xlsx").sheets[0].rows

    assert rows[4].cells == (EMPTY, EMPTY, Cell("x", "x", "text"))
    assert rows[5].cells == (EMPTY, EMPTY, EMPTY, Cell("=A1", None, "uncounted"))


def test_a_merged_cell_has_its_value_at_the_top_left() -> None:
    def fill(sheet: Worksheet) -> None:
        sheet.append(["District Jail Roshanabad", None, None, "right of it"])
        sheet.merge_cells("A1:C1")

    assert [cell.text for cell in first_row(xlsx(fill))] == ["District Jail Roshanabad", "", "", "right of it"]


def test_hidden_sheets_and_rows_are_read_and_charts_are_not() -> None:
    book = openpyxl.Workbook()
    book.active.append(["seen"])  # type: ignore[union-attr]
    book.active.row_dimensions[1].hidden = True  # type: ignore[union-attr]
    book.create_chartsheet("Chart")
    for state in ("hidden", "veryHidden"):
        sheet = book.create_sheet(state)
        sheet.sheet_state = state
        sheet.append([state])
    book.create_sheet("Blank")

    sheets = open_sheets(saved(book), "list.xlsx").sheets

    assert [(sheet.name, [row.cells[0].text for row in sheet.rows]) for sheet in sheets] == [
        ("Sheet", ["seen"]), ("hidden", ["hidden"]), ("veryHidden", ["veryHidden"]), ("Blank", []),
    ]  # fmt: skip


def test_a_formula_without_a_stored_value_is_uncounted_and_shows_itself() -> None:
    content = xlsx(lambda sheet: sheet.append(["Age", "=A1&B2", None, "after"]))

    assert [(cell.kind, cell.text) for cell in first_row(content)] == [
        ("text", "Age"), ("uncounted", "=A1&B2"), ("empty", ""), ("text", "after"),
    ]  # fmt: skip


def test_a_formula_with_a_stored_value_is_read_as_that_value() -> None:
    row = '<row r="1"><c r="A1"><f>30+5</f><v>35</v></c><c r="B1" t="str"><f>IF(1,"")</f><v></v></c></row>'

    assert first_row(raw_sheet(row)) == (Cell("35", 35, "number"),)


def test_an_uncounted_formula_below_the_last_value_is_not_lost() -> None:
    rows = '<row r="1"><c r="A1"><v>1</v></c></row><row r="4"><c r="C4"><f>A1&amp;"x"</f></c></row>'

    last = open_sheets(raw_sheet(rows), "list.xlsx").sheets[0].rows[-1]

    assert (last.number, last.cells) == (4, (EMPTY, EMPTY, Cell('=A1&"x"', None, "uncounted")))


def test_an_error_is_an_error_and_not_a_blank() -> None:
    row = '<row r="1"><c r="A1" t="e"><f>B9</f><v>#REF!</v></c><c r="B1" t="e"><v>#N/A</v></c></row>'

    assert first_row(raw_sheet(row)) == (Cell("#REF!", "#REF!", "error"), Cell("#N/A", "#N/A", "error"))


def test_cells_without_names_and_with_prefixed_elements_are_read_alike() -> None:
    plain = '<row><c t="inlineStr"><is><t>Aslam</t></is></c><c><v>35</v></c><c t="e"><v>#REF!</v></c></row>'
    prefixed = plain.replace("</", "</x:").replace("<", "<x:").replace("<x:/x:", "</x:")

    assert [cell.text for cell in first_row(raw_sheet(plain))] == ["Aslam", "35", "#REF!"]
    assert first_row(raw_sheet(prefixed, prefix="x")) == first_row(raw_sheet(plain))


def test_a_million_formatted_blank_rows_cost_nothing() -> None:
    rows = '<row r="1"><c r="A1"><v>1</v></c></row>' + "".join(
        f'<row r="{number}" s="1" customFormat="1"/>' for number in range(2, 1_048_577)
    )

    assert len(open_sheets(raw_sheet(rows), "list.xlsx").sheets[0].rows) == 1


def test_format_without_content_as_far_as_the_last_column_is_not_content() -> None:
    content = raw_sheet('<row r="1"><c r="A1"><v>1</v></c><c r="XFD1" s="0"/></row>')

    assert first_row(content) == (Cell("1", 1, "number"),)


def test_a_workbook_with_macros_is_read_and_known_by_its_bytes() -> None:
    content = with_parts(xlsx(lambda sheet: sheet.append(["x"])), {"xl/vbaProject.bin": b"never run"})

    book = open_sheets(content, "named.csv")

    assert (book.format, book.encoding, book.size) == ("xlsx", None, len(content))


def test_an_old_excel_file_is_read_with_its_hidden_sheet() -> None:
    book = open_sheets(OLD_EXCEL, "list.xls")

    assert book.format == "xls"
    assert [cell.text for cell in book.sheets[0].rows[1].cells[:4]] == [
        "محمد یوسف",
        "9120212345671",
        "2024-03-15",
        "35",
    ]
    assert book.sheets[0].rows[1].cells[2].kind == "date"
    assert (book.sheets[1].name, book.sheets[1].rows[1].cells[1].text) == ("Hidden", "unseen")


def test_an_open_document_is_read_with_repeats_dates_errors_and_formulas() -> None:
    cells = (
        '<table:table-cell table:number-columns-repeated="2" office:value-type="string"><text:p>a</text:p>'
        "</table:table-cell>"
        '<table:table-cell office:value-type="date" office:date-value="2024-03-15"/>'
        '<table:table-cell table:formula="of:=[.A1]+1"/>'
        '<table:table-cell office:value-type="string" office:string-value="" calcext:value-type="error">'
        "<text:p>#DIV/0!</text:p></table:table-cell>"
        '<table:table-cell table:number-columns-repeated="16379"/>'
    )
    blank = '<table:table-cell table:number-columns-repeated="16384"/>'
    table = (
        f'<table:table table:name="UTP"><table:table-row>{blank}</table:table-row>'
        f'<table:table-row table:number-rows-repeated="2">{cells}</table:table-row>'
        f'<table:table-row table:number-rows-repeated="1048573">{blank}</table:table-row></table:table>'
    )

    rows = open_sheets(ods(table), "list.ods").sheets[0].rows

    assert [row.number for row in rows] == [1, 2, 3]
    assert [(cell.kind, cell.text) for cell in rows[2].cells] == [
        ("text", "a"), ("text", "a"), ("date", "2024-03-15"), ("uncounted", "=[.A1]+1"), ("error", "#DIV/0!"),
    ]  # fmt: skip


ROWS = [
    '<row r="2"><c r="A2"><v>1</v></c><c r="B2" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>',
    '<row r="3"><c r="A3" t="str"><f>IF(A2=1,"","x")</f><v></v></c><c r="C3"><f>A2+1</f></c></row>',
    '<row r="4"><c r="A4" t="inlineStr"><is><t>&lt;row t="e"&gt;</t></is></c><c r="B4"><f>A2</f><v>1</v></c></row>',
    '<row r="5"><c r="A5" s="1"/><c r="B5"><f t="shared" si="0"/></c></row>',
    '<row r="6" spans="1:2"/>',
    "<row r='7'><c t='e' r=\"B7\"><v>#N/A</v></c></row>",
]


def sheet_of(rows: list[str]) -> bytes:
    return f'<worksheet xmlns="{MAIN}"><sheetData>{"".join(rows)}</sheetData></worksheet>'.encode()


@pytest.mark.parametrize("size", [20, 130, 10_000])
def test_odd_rows_walked_by_themselves_are_as_in_a_walk_of_the_whole_sheet(size: int) -> None:
    content = sheet_of(ROWS)
    glanced, walked = Extent("UTP"), Extent("UTP")

    told = glance((content[at : at + size] for at in range(0, len(content), size)), glanced)
    walk([content], WorkbookSheet(walked))

    assert told
    assert glanced == walked
    assert set(walked.odd) == {(1, 1), (2, 2), (4, 1), (6, 1)}


@pytest.mark.parametrize(
    "row",
    [
        '<row r="2"><c t="e"><v>#N/A</v></c><c r="B2"><v>1</v></c></row>',
        '<row r="2"><c r="A2" t="e"><v>#N/A</v></c><c r="B2"><v>1</v></row>',
    ],
)
def test_an_odd_row_that_does_not_say_where_its_cells_stand_asks_for_the_whole_walk(row: str) -> None:
    assert not glance([sheet_of([row])], Extent("UTP"))
