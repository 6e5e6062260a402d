"""Text tables lose no line and no letter, whatever their encoding, separators, line ends and quotes."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rihai.paper.cell import EMPTY, Cell
from rihai.paper.sheets import Book, open_sheets
from rihai.paper.sheets.records import physical_lines, split_records

URDU = "نام,عمر,دفعہ\r\nمحمد یوسف,۳۵,۳۰۲ ت پ\r\n"


def table(content: str | bytes, name: str = "list.csv") -> dict[int, list[str]]:
    book = open_sheets(content.encode() if isinstance(content, str) else content, name)
    return {row.number: [cell.text for cell in row.cells] for row in book.sheets[0].rows}


def opened(content: bytes) -> Book:
    return open_sheets(content, "list.csv")


@pytest.mark.parametrize(
    ("content", "encoding"),
    [
        (URDU.encode(), "utf-8"),
        (b"\xef\xbb\xbf" + URDU.encode(), "utf-8"),
        (URDU.encode("utf-16"), "utf-16-le"),
        (b"\xfe\xff" + URDU.encode("utf-16-be"), "utf-16-be"),
        (URDU.encode("utf-16-le"), "utf-16-le"),
        (URDU.encode("utf-16-be"), "utf-16-be"),
        (URDU.encode("utf-32"), "utf-32-le"),
    ],
)
def test_urdu_is_read_in_every_unicode_encoding(content: bytes, encoding: str) -> None:
    book = opened(content)

    assert book.encoding == encoding
    assert [cell.text for cell in book.sheets[0].rows[1].cells] == ["محمد یوسف", "۳۵", "۳۰۲ ت پ"]


def test_arabic_letters_of_windows_are_told_from_western_ones() -> None:
    arabic = opened("نام,عمر\nمحمد يوسف,35\n".encode("windows-1256"))
    western = opened("Name,Town\nJosé Núñez,Zürich – Höngg\n".encode("windows-1252"))

    assert (arabic.encoding, arabic.sheets[0].rows[1].cells[0].text) == ("windows-1256", "محمد يوسف")
    assert (western.encoding, western.sheets[0].rows[1].cells[1].text) == ("windows-1252", "Zürich – Höngg")


def test_a_byte_that_windows_leaves_undefined_is_kept() -> None:
    assert table(b"a,caf\xe9\x81\n")[1] == ["a", "caf\u00e9\x81"]


def test_one_western_line_does_not_spoil_the_utf8_of_the_others() -> None:
    content = URDU.encode() + "Bashir,30,café\n".encode("windows-1252")

    assert table(content) == {
        1: ["نام", "عمر", "دفعہ"],
        2: ["محمد یوسف", "۳۵", "۳۰۲ ت پ"],
        3: ["Bashir", "30", "café"],
    }


def test_a_letter_cut_off_at_the_end_of_the_file_spoils_nothing_else() -> None:
    assert table(URDU.encode() + "بشیر".encode()[:-1])[3] == ["بشی\ufffd"]


def test_nuls_between_letters_are_dropped() -> None:
    assert table(b"Name,Age\nAs\x00lam,35\n")[2] == ["Aslam", "35"]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_separator_is_found_though_titles_and_names_hold_others(delimiter: str) -> None:
    lines = ["District Jail, Roshanabad", "Name|Age|FIR", *["Khan, Aslam|35|12/25; 13/25"] * 5]
    content = "\n".join(lines).replace("|", delimiter)

    if delimiter == ",":
        content = content.replace("Khan, Aslam", '"Khan, Aslam"')
    rows = table(content)

    assert rows[2] == ["Name", "Age", "FIR"]
    assert rows[3][1] == "35"


def test_the_name_says_tabs_where_the_bytes_leave_a_doubt() -> None:
    assert open_sheets(b"a\tb,c\n", "list.tsv").format == "tsv"
    assert open_sheets(b"a\tb,c\n", "list.csv").format == "csv"


def test_line_ends_of_every_system_may_be_mixed() -> None:
    assert table("a,b\r\n1,2\r3,4\n\n5,6") == {1: ["a", "b"], 2: ["1", "2"], 3: ["3", "4"], 4: [], 5: ["5", "6"]}


def test_a_quoted_line_break_makes_a_row_of_two_lines_and_the_next_number_skips_one() -> None:
    assert table('Name,Remarks,Age\nAslam,"first\nsecond",35\nBashir,,40\n') == {
        1: ["Name", "Remarks", "Age"],
        2: ["Aslam", "first\nsecond", "35"],
        4: ["Bashir", "", "40"],
    }


def test_a_quote_never_closed_does_not_swallow_the_file() -> None:
    lines = ["Name,Age,FIR", 'Aslam,"35,12/25', *[f"Bashir {number},40,13/25" for number in range(200)]]

    rows = table("\n".join(lines))

    assert len(rows) == 202
    assert rows[2] == ["Aslam", '"35', "12/25"]
    assert rows[3] == ["Bashir 0", "40", "13/25"]


def test_two_stray_quotes_do_not_join_the_rows_between_them() -> None:
    rows = table('Name,Height,FIR\nAslam,"tall,12/25\nBashir,5\'6",13/25\nKhan,6,14/25\n')

    assert list(rows) == [1, 2, 3, 4]
    assert rows[2] == ["Aslam", '"tall', "12/25"]


def test_an_unclosed_quote_above_quoted_rows_leaves_them_whole() -> None:
    rows = table('Name,Age\n"Aslam,35\n"Bashir","40"\n"Khan ""Kala""","41"\n')

    assert rows == {1: ["Name", "Age"], 2: ['"Aslam', "35"], 3: ["Bashir", "40"], 4: ['Khan "Kala"', "41"]}


def test_a_quote_inside_a_field_is_a_letter() -> None:
    assert table('Aslam,5\'6",x\n"Kala" Khan,1,2\n')[1] == ["Aslam", "5'6\"", "x"]
    assert table('Aslam,5\'6",x\n"Kala" Khan,1,2\n')[2] == ['"Kala" Khan', "1", "2"]


def test_noughts_kept_by_a_formula_are_seen_as_the_person_sees_them() -> None:
    cells = opened(b'Name,Phone\nAslam,="0300"\nBashir,"=""0301"""\n').sheets[0]

    assert cells.rows[1].cells[1] == Cell("0300", '="0300"', "text")
    assert cells.rows[2].cells[1].text == "0301"


def test_blank_fields_and_trailing_blank_rows_are_no_content() -> None:
    rows = opened(b"a,,  ,b,,\n" + b",,,\n" * 50_000).sheets[0].rows

    assert [row.cells for row in rows] == [(Cell("a", "a", "text"), EMPTY, EMPTY, Cell("b", "b", "text"))]


FIELDS = st.lists(st.lists(st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=8), min_size=1))


@given(FIELDS, st.sampled_from([",", ";", "\t", "|"]))
def test_what_the_csv_module_writes_is_split_at_the_lines_where_it_stands(fields: list[list[str]], mark: str) -> None:
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=mark, quoting=csv.QUOTE_ALL, lineterminator="\r\n").writerows(fields)
    lines = physical_lines(out.getvalue())

    records = list(split_records(lines, mark))

    starts = [number for number, _ in records]
    assert "".join(lines) == out.getvalue()
    assert starts == sorted(set(starts))
    if all("\n" not in field and "\r" not in field for row in fields for field in row):
        assert [row for _, row in records] == fields


@given(st.text(alphabet='ab",;\n\r '), st.sampled_from([",", ";"]))
def test_no_letter_is_lost_however_the_quotes_stand(text: str, mark: str) -> None:
    records = list(split_records(physical_lines(text), mark))

    kept = "".join(field for _, row in records for field in row)
    assert [letter for letter in kept if letter in "ab"] == [letter for letter in text if letter in "ab"]
