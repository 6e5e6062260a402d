"""A paper for a court as a Word file: paragraphs and tables as a lawyer edits them, the bar as shaded cells."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import Any

from rihai.paper.pleading.text import CustodyChart, Party, Pleading
from rihai.paper.table import Table, cell_text
from rihai.words import direction

INK, WITHIN, BEYOND, OPEN, RED = "1F1B1E", "6B6468", "98221A", "FFFDF8", (0x98, 0x22, 0x1A)
WIDTH = 160
"""Millimetres between the margins."""
NARROW = 12
"""Letters for which any column of a table has room."""
NO_BREAK = "\u00a0"
LTR_MARK = "\u200e"
"""Before and after a number that goes on in letters or brackets: an Urdu line would turn “21-D” round."""


def pleading_word(text: Pleading, language: str) -> bytes:
    """The paper as .docx, right to left in Urdu; the mark stands at the head of each page."""
    from docx import Document

    document = Document()
    writer = Writer(document, is_rtl=direction(language) == "rtl", language=language)
    writer.set_up()
    (writer.letter if text.is_letter else writer.petition)(text)
    writer.foot(text)
    return _marked(document, text.mark_says)


def mark_pages(content: bytes, says: str) -> bytes:
    """A Word file with a sentence at the head of each page, as our own have; as it is where there is none to say."""
    from docx import Document

    return _marked(Document(BytesIO(content)), says) if says else content


def _marked(document: Any, says: str) -> bytes:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import RGBColor

    for section in document.sections if says else ():
        heads = [section.header]
        heads += [section.first_page_header] if section.different_first_page_header_footer else []
        for head in heads:
            paragraph = head.paragraphs[0].insert_paragraph_before() if head.paragraphs else head.add_paragraph()
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
            run = paragraph.add_run(says)
            run.bold = True
            run.font.color.rgb = RGBColor(*RED)
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def _size(points: int) -> Any:
    """The size of Arabic script, which Word keeps apart from that of Latin."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    size = OxmlElement("w:szCs")
    size.set(qn("w:val"), str(points * 2))
    return size


class Writer:
    """Writes into one document, in one direction."""

    def __init__(self, document: Any, *, is_rtl: bool, language: str) -> None:
        self.document, self.is_rtl, self.language = document, is_rtl, language

    def set_up(self) -> None:
        """A4, and type that Word knows for each script."""
        from docx.oxml.ns import qn
        from docx.shared import Mm, Pt

        section = self.document.sections[0]
        section.page_width, section.page_height = Mm(210), Mm(297)
        section.left_margin = section.right_margin = Mm((210 - WIDTH) / 2)
        normal = self.document.styles["Normal"]
        normal.font.size = Pt(12)
        properties = normal.element.get_or_add_rPr()
        fonts = properties.get_or_add_rFonts()
        for script in ("w:ascii", "w:hAnsi"):
            fonts.set(qn(script), "Times New Roman")
        fonts.set(qn("w:cs"), "Jameel Noori Nastaleeq" if self.is_rtl else "Times New Roman")
        properties.append(_size(13 if self.is_rtl else 12))
        normal.paragraph_format.space_after = Pt(6)
        self.document.core_properties.title = ""
        self.document.core_properties.author = ""

    def petition(self, text: Pleading) -> None:
        """Heading, parties, particulars, subject, numbered paragraphs, chart, prayer, signature, verification."""
        for line in text.heading:
            self.line(line, centred=True, bold=True)
        self.line(text.number, centred=True)
        for at, party in enumerate(text.parties):
            if at:
                self.line(text.versus, centred=True, bold=True)
            self.party(party)
        told = (f"{term}: {value}".replace(" ", NO_BREAK) for term, value in text.particulars)
        self.line("    ".join(told), bold=True)
        self.line(text.subject, centred=True, bold=True)
        self.line(text.opening)
        for at, one in enumerate(text.paragraphs, 1):
            self.line(f"{at}. {one}")
        self.beside(text)
        self.line(text.prayer_title, centred=True, bold=True)
        self.line(text.prayer)
        self.line(text.day)
        self.signed(text.signed, at_end=True)
        self.line(text.verification_title, centred=True, bold=True)
        self.line(text.verification)

    def letter(self, text: Pleading) -> None:
        """Receiver, day, subject, paragraphs, closing."""
        self.line(text.day, at_end=True)
        for line in text.heading:
            self.line(line)
        self.line(text.subject, bold=True)
        for line in (text.opening, *text.paragraphs):
            self.line(line)
        self.beside(text)
        self.line(text.closing)
        self.signed(text.signed)

    def party(self, party: Party) -> None:
        """Who stands on a side, and at the end of the line as what."""
        from docx.enum.text import WD_TAB_ALIGNMENT
        from docx.shared import Mm

        self.line(f"{party.who}\t{party.word}")
        self.document.paragraphs[-1].paragraph_format.tab_stops.add_tab_stop(Mm(WIDTH), WD_TAB_ALIGNMENT.RIGHT)

    def signed(self, lines: Sequence[str], *, at_end: bool = False) -> None:
        """Who signs, below room for a hand."""
        from docx.shared import Pt

        for at, line in enumerate(line for line in lines if line):
            self.line(line, at_end=at_end)
            if not at:
                self.document.paragraphs[-1].paragraph_format.space_before = Pt(30)

    def beside(self, text: Pleading) -> None:
        """The custody chart and the tables."""
        if text.chart:
            self.table(text.chart.table)
            self.bar(text.chart)
        for table in text.tables:
            self.table(table)

    def foot(self, text: Pleading) -> None:
        """Annexes, copies and what is said in small."""
        if text.annexes:
            self.line(text.annexes_title, bold=True)
            for at, one in enumerate(text.annexes, 1):
                self.line(f"{at}. {one}")
        for one in (*text.copies, *text.notes):
            self.line(one, small=True)

    def line(
        self, words: str, *, centred: bool = False, at_end: bool = False, bold: bool = False, small: bool = False
    ) -> None:
        """A paragraph; none for no words."""
        if words:
            self.fill(self.document.add_paragraph(), words, bold=bold, small=small)
            paragraph = self.document.paragraphs[-1]
            if centred or at_end:
                self.align(paragraph, centred=centred)
            if bold:
                self.set_apart(paragraph)

    def set_apart(self, paragraph: Any) -> None:
        """Some room above a heading, also where it follows a table."""
        from docx.shared import Pt

        paragraph.paragraph_format.space_before = Pt(8)

    def align(self, paragraph: Any, *, centred: bool) -> None:
        """In the middle, or at the end of the line; Word turns right and left round in a paragraph that runs left."""
        from docx.enum.text import WD_ALIGN_PARAGRAPH

        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER if centred else WD_ALIGN_PARAGRAPH.RIGHT

    def fill(self, paragraph: Any, words: str, *, bold: bool = False, small: bool = False) -> None:
        """Words into a paragraph, in the direction of the paper and of each stretch."""
        from docx.oxml import OxmlElement
        from docx.shared import Pt

        from rihai.paper.script import runs

        if self.is_rtl:
            paragraph._p.get_or_add_pPr().insert(0, OxmlElement("w:bidi"))
        for part in runs(words, "rtl" if self.is_rtl else "ltr"):
            turns = part.direction == "ltr" and part.text[0].isdigit() and not part.text.isalnum()
            run = paragraph.add_run(f"{LTR_MARK}{part.text}{LTR_MARK}" if turns and self.is_rtl else part.text)
            run.bold = bold
            run.font.cs_bold = bold
            if small:
                run.font.size = Pt(9)
                run._r.get_or_add_rPr().append(_size(9))
            is_rtl = part.direction == "rtl" or (part.direction is None and self.is_rtl)
            if is_rtl:
                run.font.rtl = True

    def table(self, value: Table) -> None:
        """A table under its title, read from the side where the language begins; columns as wide as they ask to be."""
        from docx.shared import Mm

        self.line(value.title, bold=True)
        grid = self.document.add_table(rows=0, cols=len(value.columns))
        grid.style = "Table Grid"
        self.turn(grid)
        texts: list[Sequence[str]] = [[column.title for column in value.columns]]
        texts += [
            [cell_text(one, column.kind, self.language) for one, column in zip(row, value.columns, strict=True)]
            for row in value.rows
        ]
        grid.autofit = False
        asked = [
            max(column.width, NARROW, 2 * max(map(len, column.title.split()), default=0)) for column in value.columns
        ]
        widths = [Mm(WIDTH * share / sum(asked)) for share in asked]
        for column, width in zip(grid.columns, widths, strict=True):
            column.width = width
        for at, row in enumerate(texts):
            for cell, words, width in zip(grid.add_row().cells, row, widths, strict=True):
                cell.width = width
                self.fill(cell.paragraphs[0], words, bold=not at)
        self.line(value.note, small=True)

    def bar(self, chart: CustodyChart) -> None:
        """One row of shaded cells: the days within the length, those beyond, those still to come."""
        held, limit = chart.bar.held or 0, chart.bar.limit or 0
        within, beyond, open_ = min(held, limit) if limit else held, max(held - limit, 0) if limit else 0, 0
        open_ = max(limit - held, 0)
        parts = [(days, shade) for days, shade in ((within, WITHIN), (beyond, BEYOND), (open_, OPEN)) if days]
        if parts:
            self.shaded(parts)
        self.line(chart.bar.says, small=True)

    def shaded(self, parts: Sequence[tuple[int, str]]) -> None:
        """Cells as wide as their days."""
        from docx.oxml import OxmlElement
        from docx.oxml.ns import qn
        from docx.shared import Mm

        grid = self.document.add_table(rows=1, cols=len(parts))
        grid.style = "Table Grid"
        grid.autofit = False
        self.turn(grid)
        whole = sum(days for days, _shade in parts)
        for at, (cell, (days, shade)) in enumerate(zip(grid.rows[0].cells, parts, strict=True)):
            # Both: Word goes by the cell, other readers by the column of the grid.
            cell.width = grid.columns[at].width = Mm(max(WIDTH * days / whole, 2))
            fill = OxmlElement("w:shd")
            fill.set(qn("w:val"), "clear")
            fill.set(qn("w:fill"), shade)
            cell._tc.get_or_add_tcPr().append(fill)

    def turn(self, grid: Any) -> None:
        """A table of an Urdu paper begins at the right."""
        if self.is_rtl:
            from docx.oxml import OxmlElement

            grid._tbl.tblPr.insert(1, OxmlElement("w:bidiVisual"))  # the order of the schema: after the style
