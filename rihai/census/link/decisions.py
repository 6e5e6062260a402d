"""What people have said of two records: "same", or "different" for ever; kept in a small file, and looked up.

The file is a table (CSV, UTF-8) with the columns decision, one, other; more columns may stand beside them for the
reader, and a row without a decision is not yet decided. A side is the keys of a record, any of which finds it again in
a later list: identity number, prison's number, FIR with father's name, father's name with date of birth; each together
with the name, so that two people who share a number stay two. The file holds personal data; keep it as the lists are.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from io import StringIO
from typing import Literal

from rihai.census.link.particulars import Particulars
from rihai.days import iso
from rihai.errors import FileUnreadable, Refused
from rihai.names import key
from rihai.names.letters import fold

Decision = Literal["same", "different"]
COLUMNS = ("decision", "one", "other")
BETWEEN = " ; "


def keys_of(person: Particulars) -> tuple[str, ...]:
    """The keys by which a record is found again, surest first: each is one person's, whoever else has the same name.

    The last is all that is known of the record as written, for those who have nothing else.
    """
    found = []
    if person.cnic:
        found.append(f"identity={person.cnic}")
    if person.number:
        found.append(f"number={person.prison}/{person.number}")
    father = "+".join(key(person.father or ""))
    if father:
        found += [f"fir={number},father={father}" for number in sorted(person.firs)]
        if person.born and person.born.exact:
            found.append(f"born={iso(person.born.earliest)},father={father}")
    name = "+".join(key(person.name))
    return (*(f"{one}|{name}" for one in found), _as_written(person))


def _as_written(person: Particulars) -> str:
    """All that is known of a record as one key: it tells apart two that share every number and sound alike."""
    born = f"{iso(person.born.earliest)}..{iso(person.born.latest)}" if person.born else ""
    numbers = (person.cnic or "", person.prison, person.number or "", *sorted(person.firs))
    return f"record={'/'.join((fold(person.name), fold(person.father or ''), born, *numbers))}"


@dataclass(slots=True)
class Decisions:
    """Every decision taken; of two that contradict each other the later one holds."""

    _of: dict[frozenset[str], Decision] = field(default_factory=dict)
    rows: list[tuple[Decision, tuple[str, ...], tuple[str, ...]]] = field(default_factory=list)

    def add(self, decision: Decision, one: Iterable[str], other: Iterable[str]) -> None:
        """Keep a decision on two records, each given by its keys.

        What two different people share (a number given twice) tells nothing of either, and is passed over. Raises
        Refused where nothing is left that tells them apart.
        """
        ours, theirs = tuple(one), tuple(other)
        shared = set(ours) & set(theirs) if decision == "different" else set()
        pairs = [frozenset((a, b)) for a in ours for b in theirs if a not in shared and b not in shared]
        if not pairs:
            raise Refused("Nothing in the two records tells these people apart: mend the records instead.")
        self.rows.append((decision, ours, theirs))
        self._of |= dict.fromkeys(pairs, decision)

    def on(self, one: Particulars, other: Particulars) -> Decision | None:
        """What was decided on two records, None where nothing was."""
        if not self._of:
            return None
        pairs = (frozenset((first, second)) for first in keys_of(one) for second in keys_of(other))
        return next((self._of[pair] for pair in pairs if pair in self._of), None)

    def involved(self) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
        """The two sides of every decision "same", so that such pairs are compared in any case."""
        return ((one, other) for decision, one, other in self.rows if decision == "same")

    def written(self) -> str:
        """The decisions as the text of their file."""
        text = StringIO()
        table = csv.writer(text, lineterminator="\n")
        table.writerow(COLUMNS)
        table.writerows((decision, BETWEEN.join(one), BETWEEN.join(other)) for decision, one, other in self.rows)
        return text.getvalue()


def read_decisions(text: str) -> Decisions:
    """The decisions of a file's text; raises FileUnreadable for missing columns, words or keys."""
    decisions = Decisions()
    table = csv.DictReader(StringIO(text.removeprefix("\ufeff")))
    if not set(COLUMNS) <= set(table.fieldnames or ()):
        raise _unreadable(1, f"the columns {', '.join(COLUMNS)} are needed")
    for row in table:
        word = (row["decision"] or "").strip().casefold()
        if not word:
            continue
        one, other = (tuple(filter(None, (row[side] or "").strip().split(BETWEEN))) for side in COLUMNS[1:])
        if word not in ("same", "different"):
            raise _unreadable(table.line_num, 'a decision is "same" or "different", or is left empty')
        try:
            decisions.add("same" if word == "same" else "different", one, other)
        except Refused:
            raise _unreadable(table.line_num, "the keys do not tell two records apart, or are missing") from None
    return decisions


def _unreadable(line: int, what: str) -> FileUnreadable:
    return FileUnreadable("decisions_unreadable", f"Line {line} of the decisions: {what}.", "Mend it and try again.")
