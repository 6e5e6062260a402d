"""The prison's own file comes back with what to mend beside each row."""

from __future__ import annotations

import io

import openpyxl

from rihai.census.read import read_sheets
from rihai.census.returned import notes_of, return_file
from rihai.paper.sheets import open_sheets
from tests.census.lists import CLEAN, TITLE, as_csv, listed, table

LINES = [[TITLE], list(CLEAN), list(CLEAN.values()), list({**CLEAN, "Date of Arrest": "31-02-2024"}.values())]


def test_a_row_left_out_says_so_names_the_text_and_how_to_mend_it() -> None:
    reading = listed({**CLEAN, "Date of Arrest": "31-02-2024"})

    note = notes_of(reading, "en")[None, 3]

    assert note.level == "reject"
    assert note.text == (
        "Left out. «31-02-2024»: There is no such day in the calendar. Write the day as the register has it."
    )


def test_a_note_speaks_urdu_where_it_is_asked_to() -> None:
    reading = listed({**CLEAN, "Name": ""})

    assert notes_of(reading, "ur")[None, 3].text == "شامل نہیں کی گئی۔ نام نہیں لکھا۔ اس شخص کا نام لکھیں۔"


def test_rows_that_stand_or_repeat_are_told_more_quietly() -> None:
    reading = listed(CLEAN, {**CLEAN, "Sr. No": "2"}, {**CLEAN, "FIR No": "45/24"})

    notes = notes_of(reading, "en")

    assert [notes[None, row].level for row in (4, 5)] == ["info", "warn"]
    assert (None, 3) not in notes


def test_the_returned_workbook_has_every_row_and_the_column_filled() -> None:
    content = as_csv(LINES)
    book = open_sheets(content, "list.csv")
    reading = read_sheets(book.sheets, "list.csv", offences=table())

    name, returned = return_file(content, "list.csv", book, reading, language="en")

    sheet = openpyxl.load_workbook(io.BytesIO(returned)).worksheets[0]
    column = [row[-1].value for row in sheet.iter_rows()]
    assert name == "list-to-mend.xlsx"
    assert [str(sheet.cell(at, 1).value) for at in (1, 2, 3, 4)] == [TITLE, "Sr. No", "1", "1"]
    assert column[1] == "What to mend"
    assert column[2] is None
    assert "There is no such day in the calendar." in str(column[3])
