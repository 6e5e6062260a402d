"""What somebody types of a person, read as a row of a census is read: the same words, days, ages, sections, FIRs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from rihai.census.layouts import Layout
from rihai.census.parse.parsed import Context
from rihai.census.read.cells import Column
from rihai.census.read.record import Assembler
from rihai.census.reading import Heading
from rihai.facts import CASE_FACTS, PERSON_FACTS, Problem
from rihai.paper.cell import EMPTY, Cell
from rihai.people.record import Path, path_text

LISTS = frozenset({"charges", "sentences", "illness", "disability", "previous_convictions", "compensation"})
"""Lists that can be typed in one line; the others come from censuses and forms."""
BY_HAND = frozenset(
    name
    for name, fact in (PERSON_FACTS | CASE_FACTS).items()
    if name not in {"id", "case_id", "cases", "census_date", "serial", "country", "province", "prison", "prison_type"}
    and (fact.kind not in {"list", "period"} or name in LISTS)
    and fact.used_by != "EW"
)
"""Facts that can be written by hand, one at a time."""


@dataclass(frozen=True, slots=True)
class Typed:
    """The record of what was typed, the texts by path, and what somebody should look at, by field."""

    record: dict[str, Any]
    raw: dict[str, str]
    problems: tuple[tuple[str, Problem], ...]

    @property
    def refusals(self) -> tuple[tuple[str, Problem], ...]:
        """What could not be read at all; nothing of it is kept."""
        return tuple(one for one in self.problems if one[1].rejects or one[1].code.endswith("_unreadable"))


def read_typed(values: Mapping[str, str], day: date) -> Typed:
    """Read texts by the fields of a census ("arrest_date", "sections", or any fact by its own name), true on a day."""
    said = {field: text for field, text in values.items() if text.strip()}
    context = Context(census_day=day, day_first=True)
    columns = [Column(Heading(at, "", field, 1.0), _LAYOUT, context) for at, field in enumerate(said)]
    cells = [Cell(text, text, "text") if text else EMPTY for text in said.values()]
    record, problems = Assembler(columns, {}).assemble(cells, "here")
    record.pop("id", None)
    found: list[tuple[str, Problem]] = []
    raw: dict[str, str] = {}
    case_id = record["cases"][0]["case_id"] if record.get("cases") else ""
    for column, cell in zip(columns, cells, strict=True):
        read = column.read(cell)
        field = str(column.field)
        found += [(field, one) for one in read.problems]
        raw |= {path_text(Path("", name)): cell.text for name in read.person if name in record}
        raw |= {path_text(Path(case_id, name)): cell.text for name in read.case if case_id and name in CASE_FACTS}
    found += [("", one) for one in problems if one not in {problem for _field, problem in found}]
    return Typed(record, raw, tuple(found))


def read_fact(fact: str, text: str, day: date) -> tuple[dict[str, Any], tuple[Problem, ...]]:
    """One fact typed in alone: the facts of the same level it says, and what somebody should look at."""
    column = Column(Heading(0, "", fact, 1.0), _LAYOUT, Context(census_day=day, day_first=True))
    read = column.read(Cell(text, text, "text"))
    return {**read.person, **read.case}, read.problems


_LAYOUT = Layout("typed")
