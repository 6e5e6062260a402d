"""A file that cannot be read gets one clear error with its reason, and costs little."""

from __future__ import annotations

import io
import struct
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rihai.errors import FileUnreadable
from rihai.paper.sheets import REFUSALS, open_sheets
from tests.paper.files import OLD_EXCEL, SHEET_PART, compound, ods, raw_sheet, with_parts, xlsx

PLAIN = xlsx(lambda sheet: sheet.append(["Aslam", 35]))


def zipped(*names: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name in names:
            package.writestr(name, b"x")
    return out.getvalue()


def wide(columns: int) -> bytes:
    return xlsx(lambda sheet: sheet.append(["x"] * columns))


def code_of(content: bytes, name: str = "list.xlsx") -> str:
    with pytest.raises(FileUnreadable) as caught:
        open_sheets(content, name)
    assert caught.value.message
    assert caught.value.mend
    assert "{" not in str(caught.value)
    return caught.value.code


def outcome(content: bytes) -> str:
    try:
        open_sheets(content, "list")
    except FileUnreadable as refused:
        return refused.code
    return "read"


FILLED_TO_THE_END = (
    '<table:table table:name="UTP"><table:table-row table:number-rows-repeated="1048576"><table:table-cell '
    'table:number-columns-repeated="900" office:value-type="string"><text:p>x</text:p></table:table-cell>'
    "</table:table-row></table:table>"
)
ENTITIES = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>'
EXTERNAL = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
CELL = '<row r="1"><c r="A1"><v>1</v></c></row>'
FAR_CELL = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="ZZ1048576"><v>1</v></c></row>'


@pytest.mark.parametrize(
    ("code", "content"),
    [
        ("file_empty", b""),
        ("file_empty", b"\xef\xbb\xbf \r\n\r\n"),
        ("file_empty", b"\x00" * 4096),
        ("sheet_empty", xlsx(lambda sheet: None)),
        ("sheet_empty", b",,,\r\n,,,\r\n"),
        ("file_encrypted", compound("EncryptionInfo", "EncryptedPackage")),
        ("file_truncated", PLAIN[: len(PLAIN) // 2]),
        ("file_truncated", PLAIN[:-10]),
        ("file_damaged", OLD_EXCEL[:3000]),
        ("file_damaged", with_parts(PLAIN, {SHEET_PART: b"<worksheet><sheetData><row r='1'><c r='A1'><v>1"})),
        ("file_damaged", zipped("[Content_Types].xml")),
        ("file_damaged", compound("Something")),
        ("zip_bomb", with_parts(PLAIN, {"xl/media/picture.png": bytes(20 * 2**20)})),
        ("zip_bomb", with_parts(PLAIN, {SHEET_PART: b"<worksheet>" + bytes(20 * 2**20)})),
        ("markup_unsafe", raw_sheet(CELL, head=ENTITIES)),
        ("markup_unsafe", raw_sheet(CELL, head=EXTERNAL)),
        ("markup_unsafe", with_parts(PLAIN, {"xl/styles.xml": ENTITIES.encode()})),
        ("too_many_columns", wide(16_384)),
        ("too_many_columns", wide(1_001)),
        ("too_many_columns", ",".join(["x"] * 1_001).encode()),
        ("too_many_columns", raw_sheet('<row r="1"><c r="A1"><v>1</v></c><c r="XFD1"><v>1</v></c></row>')),
        ("too_many_cells", raw_sheet(FAR_CELL)),
        ("too_many_cells", ods(FILLED_TO_THE_END)),
        ("file_is_html", b"<html><table><tr><td>Aslam</td></tr></table></html>"),
        ("file_is_html", b"\r\n<!DOCTYPE html>\r\n<body>"),
        ("file_is_html", "<html xmlns:x='urn:schemas-microsoft-com:office:excel'>".encode("utf-16")),
        ("file_is_html", b"MIME-Version: 1.0\r\nContent-Type: multipart/related"),
        ("file_is_xml", b"<?xml version='1.0'?><?mso-application progid='Excel.Sheet'?><Workbook/>"),
        ("file_is_pdf", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3"),
        ("file_is_image", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01"),
        ("file_is_image", b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01"),
        ("file_is_document", compound("WordDocument", "1Table")),
        ("file_is_document", zipped("[Content_Types].xml", "word/document.xml")),
        ("file_is_document", b"{\\rtf1\\ansi Aslam}"),
        ("file_is_archive", zipped("list.xlsx")),
        ("file_is_archive", b"Rar!\x1a\x07\x01\x00"),
        ("file_is_old", zipped("[Content_Types].xml", "xl/workbook.bin")),
        ("file_is_old", b"\x09\x04\x06\x00\x00\x00\x10\x00"),
        ("file_is_records", b'{"id": "UTP-17", "cases": []}\n'),
        ("file_is_records", b"PAR1\x15\x04"),
        ("file_unknown", bytes(range(1, 32)) * 40),
    ],
)
def test_what_cannot_be_read_says_why(code: str, content: bytes) -> None:
    assert code_of(content) == code


def test_a_zip_locked_with_a_password_is_encrypted() -> None:
    at = PLAIN.rindex(b"PK\x01\x02")
    locked = PLAIN[: at + 8] + struct.pack("<H", 1) + PLAIN[at + 10 :]

    assert code_of(locked) == "file_encrypted"


def test_a_part_that_understates_its_size_is_still_measured() -> None:
    bomb = with_parts(PLAIN, {"xl/media/a.bin": bytes(20 * 2**20)})
    claimed = struct.pack("<L", 20 * 2**20)
    assert claimed in bomb

    assert code_of(bomb.replace(claimed, struct.pack("<L", 10))) == "zip_bomb"


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_two_parts_of_one_name_are_refused_since_one_of_them_could_hide() -> None:
    out = io.BytesIO(PLAIN)
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as package:
        package.writestr(SHEET_PART, bytes(20 * 2**20))
        package.writestr(SHEET_PART, b"<worksheet/>")

    assert code_of(out.getvalue()) == "file_damaged"


def test_a_file_larger_than_the_limit_is_not_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("rihai.paper.sheets.book.MAX_BYTES", 2**20)

    assert code_of(b"x" * (2**20 + 1)) == "file_too_large"


def test_more_sheets_than_the_limit_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("rihai.paper.sheets.workbook.MAX_SHEETS", 1)

    assert code_of(OLD_EXCEL) == "too_many_sheets"


def test_a_workbook_packed_as_tightly_as_real_ones_is_no_bomb() -> None:
    rows = "".join(
        f'<row r="{row}"><c r="A{row}" t="inlineStr"><is><t>x</t></is></c></row>' for row in range(1, 200_001)
    )

    assert len(open_sheets(raw_sheet(rows), "list.xlsx").sheets[0].rows) == 200_000


def test_every_refusal_says_what_to_do() -> None:
    assert all(message.endswith(".") and mend.endswith(".") for message, mend in REFUSALS.values())


@settings(max_examples=150, deadline=None)
@given(st.sampled_from([PLAIN]), st.data())
def test_a_damaged_file_is_read_or_refused_and_never_anything_else(content: bytes, data: st.DataObject) -> None:
    damaged = bytearray(content)
    for _ in range(data.draw(st.integers(1, 8))):
        damaged[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))

    assert outcome(bytes(damaged)) in {"read", *REFUSALS}
