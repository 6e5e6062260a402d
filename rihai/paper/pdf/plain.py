"""Blocks as plain JSON for Typst: each text as stretches with their direction, weight and address."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from rihai.paper.blocks import (
    Block,
    Bullets,
    Callout,
    Chart,
    Conditions,
    Definitions,
    Entry,
    Glossary,
    Heading,
    Inline,
    Ledger,
    Paragraph,
    Passage,
    Picture,
    Pictures,
    SideNote,
    Strong,
    pieces,
)
from rihai.paper.inks import look_of
from rihai.paper.script import Run, runs
from rihai.paper.table import ABSENT_MEANS, Absent, Column, Link, Status, Table, Value, cell_text
from rihai.words import direction, say

CHART_WIDTH, BAR_WIDTH = 400, 280
"""Pixels in which drawings are made; on paper a pixel is three quarters of a point."""
MARKS = {"ltr": "\u200e", "rtl": "\u200f"}
Plain = dict[str, Any]


def plain(block: Block, language: str) -> Plain:
    """One block as a dictionary whose "is" says which it is."""
    match block:
        case Heading(text, level, count, cite):
            return {
                "is": "heading", "level": level, "text": plain_text(text, language),
                "count": plain_text(count, language), "cite": plain_text(cite, language),
            }  # fmt: skip
        case Paragraph(text):
            return {"is": "paragraph", "text": plain_text(text, language)}
        case SideNote(text):
            return {"is": "note", "text": plain_text(text, language)}
        case Callout(kind, title, text):
            return {
                "is": "callout", "kind": kind, "title": plain_text(title, language), "text": plain_text(text, language),
            }  # fmt: skip
        case Bullets(items):
            return {"is": "bullets", "items": [plain_text(item, language) for item in items]}
        case Definitions(items) | Glossary(items):
            pairs = [[plain_text(term, language), plain_text(meaning, language)] for term, meaning in items]
            return {"is": "definitions", "strong": isinstance(block, Glossary), "items": pairs}
        case Conditions(items):
            rows = [
                [_status(item.state, language), plain_text(item.says, language), plain_text(item.source, language)]
                for item in items
            ]
            return {"is": "conditions", "items": rows}
        case Ledger():
            return {"is": "ledger", "entries": [_entry(entry, language, block.longest) for entry in block.entries]}
        case Pictures(items):
            return {"is": "pictures", "items": [_picture(item, language) for item in items]}
        case Passage(inner, blocks):
            return {
                "is": "passage", "language": inner, "direction": direction(inner),
                "blocks": [plain(one, inner) for one in blocks],
            }  # fmt: skip
        case Table():
            return _table(block, language)
        case _:
            return _chart(block, language)


def plain_text(text: Inline, language: str) -> list[Plain]:
    """A sentence as its stretches: "t" the words, "d" a direction of their own, "b" strong, "u" an address."""
    out: list[Plain] = []
    for piece in pieces(text):
        words, more = piece, Plain()
        if isinstance(piece, Strong):
            words, more = piece.text, {"b": True}
        elif isinstance(piece, Link):
            is_clickable = piece.is_safe and not piece.address.startswith("#")
            words = piece.text if piece.is_safe else f"{piece.text} ({piece.address})"
            more = {"u": piece.address} if is_clickable else {}
        stretches = tuple(runs(str(words), direction(language)))
        out += [
            {"t": _held(run.text, language) if _is_between(stretches, at) else run.text}
            | more
            | ({"d": run.direction} if run.direction else {})
            for at, run in enumerate(stretches)
        ]
    return out


def _is_between(stretches: Sequence[Run], at: int) -> bool:
    """Whether a stretch of the page's own direction stands between two of the other."""
    return 0 < at < len(stretches) - 1 and not stretches[at].direction


def _held(text: str, language: str) -> str:
    """Punctuation between two stretches of the other script, kept in the direction of the page by an invisible mark.

    Typst embeds a stretch and does not isolate it, so that "497، 498" would be read from the wrong end.
    """
    if any(letter.isalpha() for letter in text) or text.isspace():
        return text
    return f"{MARKS[direction(language)]}{text}"


def _status(value: Status, language: str) -> Plain:
    look_of(value.code)  # a state nobody has drawn is refused here, with its code
    return {"is": "status", "code": value.code, "text": plain_text(value.text, language)}


def _entry(entry: Entry, language: str, longest: int) -> Plain:
    bar = entry.bar
    return {
        "who": plain_text(entry.who, language),
        "about": plain_text(entry.about, language),
        "where": plain_text(entry.where, language),
        "why": plain_text(entry.why, language),
        "note": plain_text(entry.note, language),
        "state": _status(entry.state, language) if entry.state else None,
        "bar": {"svg": bar.as_svg(language, longest, width=BAR_WIDTH), "says": bar.says} if bar else None,
    }


def _picture(item: Picture, language: str) -> Plain:
    return {
        "drawn": item.drawn,
        "text": plain_text(item.text, language),
        "about": plain_text(item.about, language),
        "day": plain_text(item.day, language),
        "who": plain_text(item.who, language),
        "who_drawn": item.who_drawn,
    }


def _chart(chart: Chart, language: str) -> Plain:
    return {
        "is": "chart",
        "svg": chart.as_svg(language, width=CHART_WIDTH),
        "says": chart.says,
        "table": _table(chart.as_table(), language),
    }


def _table(value: Table, language: str) -> Plain:
    notes = [say(ABSENT_MEANS[kind], language) for kind in value.absences]
    total = value.total_row
    return {
        "is": "table",
        "title": plain_text(value.title, language),
        "columns": [
            {
                "title": plain_text(column.title, language),
                "width": column.width,
                "figure": column.is_figure,
                "narrow": column.is_figure or column.kind == "date",
            }
            for column in value.columns
        ],
        "rows": [_row(value.columns, row, language) for row in value.rows],
        "total": _row(value.columns, total, language) if total is not None else None,
        "note": plain_text(" ".join([*notes, value.note]).strip(), language),
    }


def _row(columns: Sequence[Column], values: Sequence[Value], language: str) -> list[list[Plain] | Plain]:
    return [_cell(column, value, language) for column, value in zip(columns, values, strict=True)]


def _cell(column: Column, value: Value, language: str) -> list[Plain] | Plain:
    match value:
        case Status():
            return _status(value, language)
        case Link():
            return plain_text(value, language)
        case Absent():
            return {"is": "absent", "text": value.value}
        case _:
            text = cell_text(value, column.kind, language)
            return plain_text(text.replace(" ", "\N{NO-BREAK SPACE}") if column.kind == "date" else text, language)
