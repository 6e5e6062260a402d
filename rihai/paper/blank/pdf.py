"""Blanks as PDF: their texts go to Typst as data, never as markup, and `blank.typ` sets them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from rihai.paper.blank.text import Blank, Heading, Note, Question
from rihai.paper.pdf import EPOCH, FONTS
from rihai.words import mark, say

HERE = Path(__file__).parent


def blanks_pdf(blanks: Sequence[Blank]) -> bytes:
    """Each blank on sheets of its own, on A4, both languages on each; its number at the head of every page."""
    import typst

    data: dict[str, Any] = {
        "blanks": [
            {
                "title": one.title, "form": one.form, "number": one.number, "code": one.code,
                "parts": [_part(part) for part in one.parts],
            }
            for one in blanks
        ],
        "words": {name: [say(text, "en"), say(text, "ur")] for name, text in _WORDS.items()},
    }  # fmt: skip
    made: bytes = typst.compile(
        str(HERE / "blank.typ"),
        root=str(HERE),
        font_paths=[str(FONTS)],
        ignore_system_fonts=True,
        sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
        timestamp=EPOCH,
    )
    return made


_WORDS = {
    "number": mark("Number of this sheet"),
    "code": mark("Code (names nobody)"),
    "who": mark("Filled in by"),
    "day": mark("Day"),
    "several": mark("Tick all that are right"),
    "how": mark("Write in dark ink. Names of people stand nowhere on this sheet unless a question asks for one."),
}


def _part(part: Heading | Note | Question) -> dict[str, Any]:
    if isinstance(part, Question):
        return {
            "kind": "question", "number": part.number, "says": part.says, "hint": part.hint, "only": part.only,
            "space": part.space, "boxes": part.boxes,
            "choices": [[str(one.number), *one.says] for one in part.choices],
        }  # fmt: skip
    return {"kind": "heading" if isinstance(part, Heading) else "note", "says": part.says, "only": part.only}
