"""The offence table: what the law says of a section on the day of the act, or what is missing to know it."""

from __future__ import annotations

import csv
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from rihai.days import ALWAYS, NEVER, UNKNOWN, Span
from rihai.errors import PackInvalid
from rihai.offences.acts import act_code
from rihai.offences.choice import Choice, Described, choose, together
from rihai.offences.notation import place
from rihai.offences.row import COLUMNS, FACTS, Row, Value, mistakes_of, row_of

_RANK = {"high": 0, "medium": 1, "low": 2}


@dataclass(frozen=True, slots=True)
class Offence:
    """What is known of one charge. Every name of FACTS is in `facts`, None = not known, and then in `ask`.

    `ask` names the fact that would settle it: a detail of the charge (`charges.sub_limb`), or the fact itself where
    the table cannot say. `confidence` is the lowest among the rows used, None where none was. `known`: the table has
    the section. `liability`: the section only joins a person to another's offence (34, 109, 149, 511); `attempt`: it
    is the attempt, which lowers the punishment of the offence attempted.
    """

    facts: Mapping[str, Value]
    ask: Mapping[str, str]
    confidence: str | None = None
    group: str | None = None
    title: str | None = None
    title_ur: str | None = None
    known: bool = False
    repealed: bool = False
    liability: bool = False
    attempt: bool = False


class OffenceTable:
    """Rows by Act and section; it never changes, and remembers what it has worked out."""

    def __init__(self, rows: Iterable[Row]) -> None:
        self._rows: dict[tuple[str, str], list[Row]] = {}
        for row in rows:
            self._rows.setdefault((row.act, row.section), []).append(row)
        self._edges = {key: _edges(rows) for key, rows in self._rows.items()}
        self._acts = frozenset(act for act, _ in self._rows)
        self._told: dict[tuple[object, ...], Offence] = {}

    @classmethod
    def read(cls, source: str | Path) -> OffenceTable:
        """The table of a CSV file, or of its text. Raises PackInvalid with every mistake as 'file:line: …'."""
        name = source.name if isinstance(source, Path) else "offences.csv"
        text = source.read_text(encoding="utf-8") if isinstance(source, Path) else source
        return cls(_read_rows(text, name))

    @property
    def acts(self) -> frozenset[str]:
        """Codes of the Acts the table has."""
        return self._acts

    @property
    def repealed_acts(self) -> frozenset[str]:
        """Acts of which every row is repealed."""
        return self._acts - {row.act for rows in self._rows.values() for row in rows if not row.repealed}

    def sections(self, act: str) -> tuple[str, ...]:
        """The sections of an Act, in the order of the file."""
        return tuple(section for code, section in self._rows if code == act)

    def rows(self, act: str, section: str) -> tuple[Row, ...]:
        """Every row of a section, with its source and days."""
        return tuple(self._rows.get((act, section), ()))

    def boundaries(self, act: str) -> tuple[int, ...]:
        """The days from which a new edition of any section of the Act applies; between two of them nothing changes."""
        return tuple(sorted({edge for (code, _), edges in self._edges.items() if code == act for edge in edges}))

    def look_up(
        self,
        act: str | None,
        section: str | None,
        sub_limb: str | None = None,
        offence_day: Span = UNKNOWN,
        substance: str | None = None,
        grams: float | None = None,
    ) -> Offence:
        """What the law says of a charge; only what every row it may mean agrees on is known.

        By Act and section with limb, else the section alone. On a day known in part every edition that may apply has
        a say (Constitution of Pakistan art.12: the punishment is that of the day of the act).
        """
        code = act if not act or act in self._acts else act_code(act)
        if not code or not section:
            return _nothing(code, "charges.section" if code else "charges.act")
        where = place(code, section, sub_limb)
        edges = self._edges.get((code, where.section))
        if edges is None:
            return _nothing(code, None)
        first, last = bisect_right(edges, offence_day.earliest), bisect_right(edges, offence_day.latest)
        key = (code, where, first, last, substance, grams)
        if key not in self._told:
            bounds = (ALWAYS, *edges)
            days = [bounds[index] for index in range(first, last + 1)]
            self._told[key] = self._on(days, code, where.section, Described(where.limb, substance, grams))
        return self._told[key]

    def _on(self, days: list[int], act: str, section: str, told: Described) -> Offence:
        """Nobody is charged under a section before it existed: such editions count only if no other is left."""
        rows = self._rows[act, section]
        choices = [choose([row for row in rows if row.start <= day < row.end], told) for day in days]
        return _described(act, [choice for choice in choices if choice.rows] or choices)


def _edges(rows: Iterable[Row]) -> tuple[int, ...]:
    return tuple(sorted({day for row in rows for day in (row.start, row.end)} - {ALWAYS, NEVER}))


def _terrorism(act: str | None) -> bool | None:
    """True under the Anti-Terrorism Act 1997, false under any other Act that is known."""
    return None if act is None else act == "ATA"


def _nothing(act: str | None, ask: str | None) -> Offence:
    """A charge the table says nothing of: all but terrorism is not known."""
    facts: dict[str, Value] = {**dict.fromkeys(FACTS), "terrorism": _terrorism(act)}
    return Offence(facts, {name: ask or f"charges.{name}" for name, value in facts.items() if value is None})


def _described(act: str, choices: list[Choice]) -> Offence:
    found = {name: together(choices, name) for name in FACTS if name != "terrorism"}
    facts: dict[str, Value] = {name: value for name, (value, _) in found.items()}
    rows = [row for choice in choices for row in choice.rows]
    liability = bool(rows) and all(row.liability for row in rows)
    ask = {name: "charges.section" if liability else asked for name, (_, asked) in found.items() if asked}
    return Offence(
        facts={**facts, "terrorism": _terrorism(act)},
        ask=ask,
        confidence=max((row.confidence for row in rows), key=_RANK.__getitem__, default=None),
        group=_only({row.group for row in rows}),
        title=_only({row.title for row in rows}),
        title_ur=_only({row.title_ur for row in rows}),
        known=all(choice.rows for choice in choices),
        repealed=bool(rows) and all(row.repealed for row in rows),
        liability=liability,
        attempt=liability and all(row.liability == "attempt" for row in rows),
    )


def _only(texts: set[str]) -> str | None:
    return texts.pop() if len(texts) == 1 else None


def _read_rows(text: str, name: str) -> list[Row]:
    reader = csv.reader(text.splitlines(), strict=True)
    rows: list[Row] = []
    mistakes: list[str] = []
    try:
        if tuple(next(reader, ())) != COLUMNS:
            raise PackInvalid([f"{name}:1: the columns must be {','.join(COLUMNS)}"])
        for cells in reader:
            wrong = _wrong(cells)
            mistakes += [f"{name}:{reader.line_num}: {mistake}" for mistake in wrong]
            if not wrong:
                rows.append(row_of(dict(zip(COLUMNS, cells, strict=True)), reader.line_num))
    except csv.Error as error:
        mistakes.append(f"{name}:{reader.line_num}: {error}")
    mistakes += [f"{name}:{row.line}: says again what line {other.line} says" for other, row in _repeated(rows)]
    if mistakes:
        raise PackInvalid(mistakes)
    return rows


def _wrong(cells: list[str]) -> list[str]:
    if len(cells) != len(COLUMNS):
        return [f"has {len(cells)} cells, not {len(COLUMNS)}"]
    if any(cell != cell.strip() for cell in cells):
        return ["a cell begins or ends with a space"]
    return mistakes_of(dict(zip(COLUMNS, cells, strict=True)))


def _repeated(rows: list[Row]) -> list[tuple[Row, Row]]:
    """Pairs of rows that would both apply to one charge on one day, drug and weight."""
    same: dict[tuple[object, ...], list[Row]] = {}
    for row in rows:
        same.setdefault((row.act, row.section, row.limb, row.substances), []).append(row)
    return [
        (one, other)
        for group in same.values()
        for position, other in enumerate(group)
        for one in group[:position]
        if one.start < other.end and other.start < one.end
        if one.grams_from < other.grams_to and other.grams_from < one.grams_to
    ]
