"""The PDF says what the page says, in our own fonts, and reads nothing it was given as commands."""

from __future__ import annotations

import io
import unicodedata
from typing import Any

import pytest
from pypdf import PdfReader

from rihai.paper.blocks import Block, Bullets, Callout, Entry, Heading, Ledger, Paragraph
from rihai.paper.pdf import pdf_page
from rihai.paper.table import Column, Link, Status, Table
from tests.paper.pages import DAY, RUNNING, english, urdu


@pytest.fixture(scope="module")
def page() -> PdfReader:
    return PdfReader(io.BytesIO(_english()))


def _english() -> bytes:
    return pdf_page("Who could go", english(), "en", standfirst="Two today.", day=DAY, running=RUNNING)


def _text(reader: PdfReader) -> str:
    return " ".join(" ".join(one.extract_text() for one in reader.pages).replace("\xa0", " ").split())


def _fonts(reader: PdfReader) -> dict[str, bool]:
    """The fonts of a document by name, and whether each is embedded."""
    found: dict[str, bool] = {}
    for one in reader.pages:
        resources: Any = one["/Resources"].get_object()
        for reference in resources.get("/Font", {}).values():
            font = reference.get_object()
            inner = font["/DescendantFonts"][0].get_object() if "/DescendantFonts" in font else font
            held = inner["/FontDescriptor"].get_object()
            found[str(font["/BaseFont"])] = bool({"/FontFile", "/FontFile2", "/FontFile3"} & set(held))
    return found


def test_the_pdf_says_all_it_was_given(page: PdfReader) -> None:
    text = _text(page)
    for words in (
        "Who could go", "Two today.", "2 people", "Bashir Namoona", "No surety", "No delay by the accused.", "1,650",
        "25.0%", "25 Nov 2026", "Invented figures.", "Rihai refers.", "Screened from an invented census.",
        "c is a figure withheld", "0 is a true nought", "nothing (javascript:alert(1))",
    ):  # fmt: skip
        assert words in text


def test_every_sheet_says_that_nobody_has_reviewed_it_and_its_number() -> None:
    reader = PdfReader(io.BytesIO(pdf_page("T", [Bullets(["word"] * 120)], "en", day=DAY, running=RUNNING)))
    assert len(reader.pages) > 1
    for number, sheet in enumerate(reader.pages, 1):
        text = " ".join(sheet.extract_text().split())
        assert RUNNING in text
        assert f"Page {number} of {len(reader.pages)}" in text
        assert "25 November 2026" in text


def test_the_document_knows_its_title_language_and_structure(page: PdfReader) -> None:
    assert page.metadata is not None
    assert page.metadata.title == "Who could go"
    catalogue = page.trailer["/Root"].get_object()
    assert catalogue["/Lang"] == "en"  # type: ignore[index]
    assert catalogue["/MarkInfo"]["/Marked"]  # type: ignore[index]
    assert [entry.title for entry in page.outline if not isinstance(entry, list)] == ["Who could go"]


def test_only_safe_addresses_are_links(page: PdfReader) -> None:
    notes = [note.get_object() for sheet in page.pages for note in sheet.get("/Annots", [])]
    assert {note["/A"]["/URI"] for note in notes} == {"https://example.org/act", "https://example.org/497"}


def test_all_letters_are_in_embedded_fonts_of_ours(page: PdfReader) -> None:
    fonts = _fonts(page) | _fonts(PdfReader(io.BytesIO(pdf_page("رہائی", urdu(), "ur"))))
    assert all(fonts.values())
    families = {name.split("+")[-1].split("-")[0] for name in fonts}
    assert families == {"NotoSans", "LibertinusSerif", "NotoNaskhArabic", "NotoNastaliqUrdu"}


def test_urdu_rows_can_be_found_by_word() -> None:
    reader = PdfReader(io.BytesIO(pdf_page("رہائی", urdu(), "ur")))
    text = unicodedata.normalize("NFKC", _text(reader))
    for word in ("سنٹرل", "نمونہ", "سماعت", "497(1)"):  # set in Naskh; text in Nastaliq cannot be searched
        assert word in text
    assert reader.trailer["/Root"].get_object()["/Lang"] == "ur"  # type: ignore[index]


def test_nothing_given_is_read_as_commands() -> None:
    hostile = '#panic("x") *a* $x$ @b <c> \\ `d` // e [f] "g" _h_'
    blocks: list[Block] = [
        Paragraph((hostile, Link(hostile, "https://example.org/#panic"))), Heading(hostile, cite=hostile),
        Callout("info", hostile, hostile), Ledger([Entry(hostile, hostile, hostile, Status("met", hostile))]),
        Table(hostile, [Column(hostile)], [[hostile]], note=hostile),
    ]  # fmt: skip
    text = _text(PdfReader(io.BytesIO(pdf_page(hostile, blocks, "en", running=hostile))))
    assert text.replace(" ", "").count(hostile.replace(" ", "")) >= 15


def test_empty_blocks_are_no_mistake() -> None:
    blocks: list[Block] = [Ledger([]), Bullets([]), Paragraph(""), Table("Nobody", [Column("Name")], [])]
    assert "Nobody" in _text(PdfReader(io.BytesIO(pdf_page("T", blocks, "en"))))


def test_a_state_nobody_has_drawn_is_refused() -> None:
    with pytest.raises(KeyError):
        pdf_page("t", [Ledger([Entry("a", "b", "c", Status("eligible", "Eligible"))])], "en")


def test_the_same_blocks_give_the_same_bytes() -> None:
    assert _english() == _english()


@pytest.mark.parametrize(("columns", "is_wide"), [(4, False), (9, True)])
def test_a_wide_table_turns_the_page(columns: int, is_wide: bool) -> None:
    table = Table("T", [Column(f"c{number}", "text", 20) for number in range(columns)], [["x"] * columns])
    made = PdfReader(io.BytesIO(pdf_page("T", [table], "en"))).pages[0].mediabox
    assert (made.width > made.height) is is_wide
