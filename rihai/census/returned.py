"""The prison's own workbook back, with a column that says row by row what to mend."""

from __future__ import annotations

from rihai.census.problems import CATALOGUE
from rihai.census.reading import Reading, SourceRow
from rihai.facts import Problem
from rihai.paper.returned import Note, give_back
from rihai.paper.sheets import Book
from rihai.words import mark, say

HEADING = mark("What to mend")
_LEFT_OUT = mark("Left out.")


def notes_of(reading: Reading, language: str) -> dict[tuple[str | None, int], Note]:
    """What each row with a problem is told, by sheet and row number, in a language.

    A row that was left out says so first; a duplicate and a heading are only told.
    """
    return {(row.sheet, row.row): _note(row, language) for row in reading.rows if row.problems}


def return_file(content: bytes, name: str, book: Book, reading: Reading, *, language: str) -> tuple[str, bytes]:
    """The file with the added column, as its new name and the bytes of an .xlsx.

    `content` is the file as it was sent, `book` the same opened, `reading` the same read. Every sheet
    keeps its name, its rows, their order and their texts.
    """
    first: dict[str | None, int] = {}
    for mapping in reading.mappings:
        first.setdefault(mapping.sheet, mapping.rows[0])
    return give_back(
        content,
        name,
        book,
        notes_of(reading, language),
        heading=say(HEADING, language),
        language=language,
        heading_rows=first,
    )


def _note(row: SourceRow, language: str) -> Note:
    told = [_sentence(found, language) for found in row.problems]
    if row.verdict == "rejected":
        return Note(" ".join([say(_LEFT_OUT, language), *told]), "reject")
    return Note(" ".join(told), "warn" if row.verdict == "accepted_with_warnings" else "info")


def _sentence(found: Problem, language: str) -> str:
    """Meaning and mending in the language; what belongs to this row alone (a row number, a heading) stays as it is."""
    meaning = CATALOGUE[found.code].meaning
    detail = found.message.removeprefix(meaning).strip()
    parts = [say(meaning, language), detail, say(found.mend, language)]
    raw = f"«{found.raw}»: " if found.raw and found.fact else ""
    return raw + " ".join(part for part in parts if part)
