"""A paper for a court as PDF: its texts go to Typst as data, never as markup, and `pleading.typ` sets them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from rihai.paper.pdf import EPOCH, FONTS
from rihai.paper.pdf.plain import BAR_WIDTH, plain, plain_text
from rihai.paper.pleading.text import CustodyChart, Pleading
from rihai.words import direction, say

HERE = Path(__file__).parent
LINES = ("subject", "day", "number", "versus", "opening", "prayer_title", "prayer", "closing", "verification_title",
         "verification", "annexes_title", "mark", "mark_says", "running")  # fmt: skip
LISTS = ("heading", "paragraphs", "signed", "annexes", "copies", "notes")


def pleading_pdf(text: Pleading, language: str) -> bytes:
    """The paper on A4, right to left in Urdu; the mark across and at the head of each page where it has one."""
    import typst

    data: dict[str, Any] = {
        "language": language,
        "direction": direction(language),
        "is_letter": text.is_letter,
        "title": text.subject,
        "page": say("Page {page} of {pages}", language, page="{page}", pages="{pages}"),
        "parties": [[plain_text(one.who, language), plain_text(one.word, language)] for one in text.parties],
        "particulars": [[plain_text(term, language), plain_text(value, language)] for term, value in text.particulars],
        "tables": [plain(one, language) for one in text.tables],
        "chart": _chart(text.chart, language) if text.chart else None,
        **{name: plain_text(getattr(text, name), language) for name in LINES},
        **{name: [plain_text(one, language) for one in getattr(text, name)] for name in LISTS},
    }
    made: bytes = typst.compile(
        str(HERE / "pleading.typ"),
        root=str(HERE),
        font_paths=[str(FONTS)],
        ignore_system_fonts=True,
        sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
        timestamp=EPOCH,
    )
    return made


def _chart(chart: CustodyChart, language: str) -> dict[str, Any]:
    svg = chart.bar.as_svg(language, chart.bar.length, width=BAR_WIDTH)
    return {
        "svg": svg,
        "says": chart.bar.says,
        "caption": plain_text(chart.bar.says, language),
        "table": plain(chart.table, language),
    }
