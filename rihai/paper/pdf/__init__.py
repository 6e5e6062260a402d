"""A page as PDF: the blocks go to Typst as data, never as markup, and `page.typ` sets them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from rihai.paper import inks
from rihai.paper.blocks import Block
from rihai.paper.pdf.plain import plain, plain_text
from rihai.paper.table import Table
from rihai.words import day_text, direction, say

HERE = Path(__file__).parent
FONTS = HERE.parent / "fonts"
UPRIGHT = 110
"""Letters that the widths of a table's columns may add up to on an upright page; a wider table turns the page."""
EPOCH = 0
"""The moment given to Typst, so that the same blocks give the same bytes; the day that counts is printed."""


def pdf_page(
    title: str, blocks: Sequence[Block], language: str, *,
    standfirst: str = "", day: date | None = None, running: str = "", scale: float = 1,
) -> bytes:  # fmt: skip
    """The page as a tagged PDF on A4, from the same blocks and words as `rihai.paper.page.html_page`.

    A wide table turns the page, and the widest is set smaller.
    Every page carries `running` at its head; title, day and number at its foot. `scale` makes the text larger, for who
    reads with difficulty. Uses the fonts beside this module and
    those in Typst itself, never the machine's. Raises KeyError for a status that `rihai.paper.inks` does not know.
    """
    import typst

    data = {
        "title": plain_text(title, language),
        "title_text": title,
        "language": language,
        "direction": direction(language),
        "standfirst": plain_text(standfirst, language),
        "day": plain_text(day_text(day, language) if day else "", language),
        "running": plain_text(running, language),
        "page": say("Page {page} of {pages}", language, page="{page}", pages="{pages}"),
        "scale": scale,
        "is_wide": any(isinstance(one, Table) and sum(c.width for c in one.columns) > UPRIGHT for one in blocks),
        "blocks": [plain(block, language) for block in blocks],
        "looks": {code: look._asdict() for code, look in inks.LOOKS.items()},
        "icons": inks.icons(),
    }
    made: bytes = typst.compile(
        str(HERE / "page.typ"),
        root=str(HERE),
        font_paths=[str(FONTS)],
        ignore_system_fonts=True,
        sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
        timestamp=EPOCH,
    )
    return made
