"""Cells become facts: each different cell of a column is parsed once, whatever the number of rows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any, NamedTuple

from rihai.census.fields import TOGETHER, fact_of
from rihai.census.layouts import Layout
from rihai.census.parse.fields import FIELDS
from rihai.census.parse.parsed import Context, Parsed
from rihai.census.problems import problem
from rihai.census.read.together import parse_together
from rihai.census.reading import Heading
from rihai.facts import CASE_FACTS, PERSON_FACTS, Problem
from rihai.paper.cell import Cell

_MOST_KEPT = 50_000
"""Different cells of one column that are remembered: a column with more (names, numbers) rarely repeats itself."""


class Read(NamedTuple):
    """What one cell says: facts of the person, facts of the case, problems, and what goes to the remarks."""

    person: dict[str, Any]
    case: dict[str, Any]
    problems: tuple[Problem, ...]
    rest: str | None


NOTHING = Read({}, {}, (), None)


class Column:
    """A column that is read: where it stands, its heading and field, and the fact the field is chiefly about.

    Call `read(cell)`; the answer may be shared between cells of the same content and is not to be changed.
    """

    def __init__(self, heading: Heading, layout: Layout, context: Context) -> None:
        self.at = heading.column
        self.heading = heading.text
        self.field = heading.field
        self.fact = fact_of(heading.field) if heading.field else None
        self._kept: dict[Cell | str, Read] = {}
        self._parse = _parser(heading, layout, replace(context, heading=heading.text))

    def read(self, cell: Cell) -> Read:
        """What the cell says, parsed at the first sight of its content."""
        # A text is its own key: Python keeps its hash, while a tuple's is worked out anew each time.
        key = cell.text if cell.kind == "text" else cell
        known = self._kept.get(key)
        if known is None:
            known = _read(cell, self._parse(cell), self.heading, self.fact)
            if len(self._kept) < _MOST_KEPT:
                self._kept[key] = known
        return known


def _read(cell: Cell, parsed: Parsed, heading: str, fact: str | None) -> Read:
    if cell.kind in {"uncounted", "error"}:
        code = "formula_not_calculated" if cell.kind == "uncounted" else "cell_error"
        return Read(
            {}, {}, (problem(code, fact, cell.text or None),), f"{heading}: {cell.text}" if cell.text.strip() else None
        )
    case = {name: value for name, value in parsed.facts.items() if name in CASE_FACTS}
    person = {name: value for name, value in parsed.facts.items() if name not in case}
    unread = parsed.rest or (cell.text.strip() if not parsed.facts and not _says_nothing(cell.text) else None)
    return Read(person, case, parsed.problems, f"{heading}: {unread}" if unread else None)


def _says_nothing(text: str) -> bool:
    """Dashes, and the words for "not known" and "none", need no place among the remarks."""
    from rihai.census.parse.text import is_none, is_not_known, plain

    return not text.strip(" -–—_.*/\\'\"\n") or is_none(plain(text)) or is_not_known(plain(text))


_Parse = Callable[[Cell], Parsed]


def _parser(heading: Heading, layout: Layout, context: Context) -> _Parse:
    """The parser of a column with what the layout adds: words with a meaning of their own, names last first."""
    field = heading.field
    if field is None:
        return lambda cell: Parsed({}, (), cell.text.strip())
    parse = parse_together if field == TOGETHER else FIELDS[field]
    read: _Parse = lambda cell: parse(cell, context)  # noqa: E731 - one of several readers laid over each other
    if field == "sections" and layout.charges == "as_written":
        read = lambda cell: _as_written(cell, layout.charges_split)  # noqa: E731
    if field == "full_name" and layout.names == "last_first":
        plain_read = read
        read = lambda cell: plain_read(_first_name_first(cell))  # noqa: E731
    words = {word.strip().casefold(): value for word, value in layout.values.get(field, {}).items()}
    return _with_words(read, words, fact_of(field)) if words else read


def _with_words(read: _Parse, words: dict[str, Any], fact: str) -> _Parse:
    known = PERSON_FACTS.get(fact) or CASE_FACTS.get(fact)
    is_value = known is not None and known.kind in {"code", "codes", "yes_no"}

    def parse(cell: Cell) -> Parsed:
        value = words.get(cell.text.strip().casefold())
        if value is None:
            return read(cell)
        return Parsed({fact: value}) if is_value else read(Cell(str(value), str(value), "text"))

    return parse


def _as_written(cell: Cell, split: str) -> Parsed:
    """Accusations in their own words, for countries whose sections we cannot read yet: nothing is made of them."""
    parts = cell.text.split(split) if split else [cell.text]
    charges = [{"section_text": part.strip()} for part in parts if part.strip(" -.")]
    return Parsed({"charges": charges}) if charges else Parsed()


def _first_name_first(cell: Cell) -> Cell:
    """ "DOE, JANE Q" is JANE Q DOE; a name without a comma stays as it is."""
    last, comma, first = cell.text.partition(",")
    turned = f"{first.strip()} {last.strip()}".strip() if comma and first.strip() else cell.text
    return Cell(turned, turned, "text")
