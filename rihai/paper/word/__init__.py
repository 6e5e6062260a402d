"""A page as a Word file: the same blocks as are printed as HTML and PDF, so that whoever needs to can work on them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

from rihai.paper.blocks import (
    Block,
    Bullets,
    Callout,
    Conditions,
    Definitions,
    Glossary,
    Heading,
    Inline,
    Ledger,
    Paragraph,
    Passage,
    Pictures,
    SideNote,
    pieces,
)  # fmt: skip
from rihai.paper.pleading.word import WIDTH, Writer
from rihai.paper.table import Chart, Table, cell_text
from rihai.words import day_text, direction

HERE = Path(__file__).parent
FONTS = HERE.parent / "fonts"
CHART_WIDTH = 480
"""Pixels across a chart; it is set as wide as the lines."""
SHARP = 200
"""Dots to the inch, so that a chart can still be read when it is printed."""


def word_page(
    title: str, blocks: Sequence[Block], language: str, *, standfirst: str = "", day: date | None = None,
    running: str = "",
) -> bytes:  # fmt: skip
    """The page as .docx, right to left in Urdu; charts are pictures with their figures in a table beneath."""
    from docx import Document

    document = Document()
    writer = _Page(document, is_rtl=direction(language) == "rtl", language=language)
    writer.set_up()
    writer.line(running, small=True)
    writer.heading(title, 1)
    writer.line(standfirst)
    writer.line(day_text(day, language) if day else "", small=True)
    for block in blocks:
        writer.block(block)
    out = BytesIO()
    document.save(out)
    return out.getvalue()


class _Page(Writer):
    """Writes blocks."""

    def block(self, block: Block) -> None:
        """One block, whichever it is."""
        match block:
            case Heading():
                self.heading(f"{block.text} ({block.count})" if block.count else block.text, block.level)
                self.line(_flat(block.cite), small=True)
            case Paragraph():
                self.line(_flat(block.text))
            case SideNote():
                self.line(_flat(block.text), small=True)
            case Callout():
                self.line(f"{block.title}: {_flat(block.text)}", bold=True)
            case Bullets():
                self.listed([_flat(one) for one in block.items])
            case Definitions() | Glossary():
                self.listed([f"{term}: {_flat(said)}" for term, said in block.items])
            case Table():
                self.figures(block)
            case Passage():
                for one in block.blocks:
                    self.block(one)
            case Conditions() | Ledger() | Pictures():
                self.listed(_lines(block))
            case _:
                self.chart(block)

    def heading(self, words: str, level: int) -> None:
        """A heading that Word knows as one, so that it stands in the list of contents."""
        made = self.document.add_heading("", level)
        self.fill(made, words, bold=True)

    def listed(self, items: Sequence[str]) -> None:
        """Each item on a line of its own."""
        for one in items:
            self.line(f"• {one}")

    def figures(self, table: Table) -> None:
        """A table with the row of its total."""
        rows = [*table.rows, *([table.total_row] if table.total_row is not None else [])]
        self.table(Table(table.title, table.columns, rows))
        self.line(table.note, small=True)

    def chart(self, chart: Chart) -> None:
        """The drawing under its caption, with what it says for those who cannot see it, then the figures."""
        from docx.shared import Mm

        self.line(chart.title, bold=True)
        picture = self.document.add_picture(
            BytesIO(_drawn(chart.as_svg(self.language, width=CHART_WIDTH))), width=Mm(WIDTH)
        )
        picture._inline.docPr.set("descr", chart.says)
        self.figures(chart.as_table())


def _drawn(svg: str) -> bytes:
    """A drawing as PNG, in the type of the house."""
    import typst

    made: Any = typst.compile(
        str(HERE / "chart.typ"), root=str(HERE), font_paths=[str(FONTS)], ignore_system_fonts=True, format="png",
        ppi=SHARP, sys_inputs={"svg": svg},
    )  # fmt: skip
    return bytes(made)


def _flat(text: Inline) -> str:
    return "".join(one if isinstance(one, str) else one.text for one in pieces(text))


def _lines(block: Conditions | Ledger | Pictures) -> list[str]:
    if isinstance(block, Conditions):
        return [f"{cell_text(one.state, 'status', '')}: {_flat(one.says)}" for one in block.items]
    if isinstance(block, Ledger):
        return [f"{one.who}, {one.where}: {_flat(one.why)}" for one in block.entries]
    return [f"{_flat(one.text)} {_flat(one.about)} {one.day} {one.who}".strip() for one in block.items]
