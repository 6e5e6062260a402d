"""Text becomes records of fields, each with the physical line on which it begins; no quote can swallow the file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from rihai.paper.sheets.limits import MAX_QUOTED_LINES

LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
DELIMITERS = ",;\t|"
SNIFFED_LINES = 200


def physical_lines(text: str) -> list[str]:
    r"""The lines with their ends (\r\n, \n or \r, mixed as they come); joined they are the text again."""
    return LINE.findall(text)


def sniff_delimiter(lines: Sequence[str], name: str) -> str:
    """The separator that splits most of the first lines alike; a tab for .tsv, a comma otherwise, in doubt."""
    sample = [outside_quotes(line) for line in lines[:SNIFFED_LINES] if line.strip()]
    doubt = "\t" if name.lower().endswith((".tsv", ".tab")) else ","

    def score(delimiter: str) -> tuple[int, bool]:
        usual = usual_count(sample, delimiter)
        return sum(line.count(delimiter) == usual for line in sample) * usual, delimiter == doubt

    return max(DELIMITERS, key=score)


def usual_count(lines: Sequence[str], delimiter: str) -> int:
    """How many separators most of the lines have that have any; 0 when none has."""
    counts = [line.count(delimiter) for line in lines]
    filled = [count for count in counts if count]
    return max(sorted(set(filled), reverse=True), key=filled.count) if filled else 0


def outside_quotes(line: str) -> str:
    """The line without what stands in closed quotes."""
    return re.sub(r'"[^"]*"', "", line)


def split_records(lines: Sequence[str], delimiter: str) -> Iterator[tuple[int, list[str]]]:
    """(physical line from 1, fields) of each record.

    A quoted field may hold separators, doubled quotes and line breaks (RFC 4180,
    https://www.rfc-editor.org/rfc/rfc4180). A quote counts as ordinary text when it is not closed before a separator
    or an end of line, within MAX_QUOTED_LINES lines, or when it would take whole rows into one field.
    """
    sample = lines[:SNIFFED_LINES]
    # A line in which a quote stays open is half a row where cells of a table break, and says nothing of whole ones.
    whole = [line for line in sample if line.count('"') % 2 == 0] or sample
    usual = usual_count([outside_quotes(line) for line in whole], delimiter)
    at = 0
    while at < len(lines):
        line = lines[at].rstrip("\r\n")
        taken = 1
        if '"' not in line:
            yield at + 1, line.split(delimiter)
        else:
            fields, taken = _quoted_record(lines, at, delimiter, usual)
            yield at + 1, fields
        at += taken


def _quoted_record(lines: Sequence[str], at: int, delimiter: str, usual: int) -> tuple[list[str], int]:
    """The fields of the record that begins on line `at` (from 0) and how many physical lines it takes."""
    field = _field(delimiter)
    text, taken = lines[at], 1
    fields: list[str] = []
    place = 0
    while True:
        ahead, place = _before_quote(text, place, delimiter)
        fields += ahead
        if place < 0:
            return fields, taken
        found = field.match(text, place)
        if found is None and _opens(text, place):
            longer = _closed_below(lines, at + taken, text, place, field)
            if longer and not _takes_rows(lines[at : at + taken + longer[1]], delimiter, usual):
                text, taken, found = longer[0], taken + longer[1], longer[2]
        if found is None:
            value, place = _plain(text, place, delimiter)
        else:
            value, place = found[1].replace('""', '"'), found.end()
        fields.append(value)
        if not text.startswith(delimiter, place):
            return fields, taken
        place += 1


def _before_quote(text: str, place: int, delimiter: str) -> tuple[list[str], int]:
    """The fields from `place` on before the next one with a quote, and where that one begins (-1: none is left)."""
    quote = text.find('"', place)
    if quote < 0:
        return text[place:].rstrip("\r\n").split(delimiter), -1
    cut = text.rfind(delimiter, place, quote)
    return (text[place:cut].split(delimiter), cut + 1) if cut >= 0 else ([], place)


@lru_cache
def _field(delimiter: str) -> re.Pattern[str]:
    """A quoted field, closed before a separator or an end of line; blanks around the quotes are no text."""
    blank = " " if delimiter == "\t" else "[ \t]"
    return re.compile(rf'{blank}*"((?:[^"]|"")*+)"{blank}*(?=[{re.escape(delimiter)}\r\n]|\Z)')


def _opens(text: str, place: int) -> bool:
    return text[place:].lstrip(" ").startswith('"')


def _plain(text: str, place: int, delimiter: str) -> tuple[str, int]:
    """A field without quotes of its own: up to the next separator or end of line; and where that is."""
    end = re.compile(rf"[^{re.escape(delimiter)}\r\n]*").match(text, place)
    assert end is not None
    return end[0], end.end()


def _closed_below(
    lines: Sequence[str], below: int, text: str, place: int, field: re.Pattern[str]
) -> tuple[str, int, re.Match[str]] | None:
    """The text with as many further lines as close the quote that opens at `place`, their number, and the field."""
    for more in range(1, MAX_QUOTED_LINES):
        if below + more > len(lines):
            return None
        line = lines[below + more - 1]
        text += line
        if '"' in line:
            found = field.match(text, place)
            if found:
                return text, more, found
            if not _still_open(text, place):
                return None
    return None


def _still_open(text: str, place: int) -> bool:
    """Whether the quote that opens at `place` has met doubled quotes only; any other would have had to close it."""
    return text[place:].lstrip(" ")[1:].replace('""', "").count('"') == 0


def _takes_rows(lines: Sequence[str], delimiter: str, usual: int) -> bool:
    """Whether lines that a quote would join look like rows of their own: a stray quote met another one below.

    Each then has as many separators as a row of the table has. With fewer than three columns this says nothing.
    """
    return usual >= 2 and all(outside_quotes(line).count(delimiter) == usual for line in lines)
