"""A poster on one sheet of A4 as PDF: its texts go to Typst as data, never as markup, and `poster.typ` sets them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import NamedTuple

from rihai.paper.pdf import EPOCH, FONTS
from rihai.paper.pdf.plain import plain_text
from rihai.words import direction

HERE = Path(__file__).parent


class Part(NamedTuple):
    """One thing to know: what it is about, what is so, and since when that is known."""

    title: str
    text: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Poster:
    """What stands on it, from the top. `code` are the rows of a square that a telephone reads, dark where True."""

    title: str
    says: str
    call: str
    number: str
    free: str
    parts: Sequence[Part]
    ask: str
    address: str
    code: Sequence[Sequence[bool]]
    foot: str
    office: str


def poster_pdf(poster: Poster, language: str) -> bytes:
    """The poster, right to left in Urdu; its letters grow smaller until everything stands on the one sheet."""
    import typst

    texts = {name: value for name, value in asdict(poster).items() if isinstance(value, str)}
    data = {
        "language": language,
        "direction": direction(language),
        "title_text": poster.title,
        "number": poster.number,
        "address": poster.address,
        "code": [list(row) for row in poster.code],
        "parts": [[plain_text(words, language) for words in part] for part in poster.parts],
        **{name: plain_text(text, language) for name, text in texts.items() if name not in {"number", "address"}},
    }
    made: bytes = typst.compile(
        str(HERE / "poster.typ"),
        root=str(HERE),
        font_paths=[str(FONTS)],
        ignore_system_fonts=True,
        sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
        timestamp=EPOCH,
    )
    return made
