"""The risk of an extract, measured by us on the file that would leave, by other code than that which made it.

k: the smallest group of rows alike in everything recognisable; whoever knows that somebody is in the extract finds them
with a chance of at most one in k (prosecutor risk: El Emam and Dankar, JAMIA 15, 2008). l: the fewest different facts
that such a group has in a sensitive column where they are told at all (l-diversity: Machanavajjhala, 2007). t: how far
the facts of a group stand from those of all rows, half the sum of the differences of their shares (t-closeness with
equal distances: Li, Li and Venkatasubramanian, 2007).
"""

from __future__ import annotations

import csv
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from io import StringIO
from typing import Any

from rihai.paper.table import SUPPRESSED

WITHHELD = SUPPRESSED.value
"""What stands in a cell whose fact is withheld."""


@dataclass(frozen=True, slots=True)
class Risk:
    """What was measured: rows, groups, the smallest group, the least diversity, the highest and the mean chance.

    By sensitive column that is told at all, `told` is its l and `closeness` its t.
    """

    rows: int
    groups: int
    k: int
    diversity: int
    highest: float
    mean: float
    told: Mapping[str, int] = field(default_factory=dict)
    closeness: Mapping[str, float] = field(default_factory=dict)

    def plain(self) -> dict[str, Any]:
        """As it is kept."""
        return {
            "rows": self.rows, "groups": self.groups, "k": self.k, "diversity": self.diversity,
            "highest": round(self.highest, 4), "mean": round(self.mean, 4), "l": dict(self.told),
            "t": {name: round(t, 4) for name, t in self.closeness.items()},
        }  # fmt: skip


def risk_of(content: bytes, quasi: Sequence[str], sensitive: Sequence[str]) -> Risk:
    """The risk of a CSV file with these columns."""
    return measured(list(csv.DictReader(StringIO(content.decode("utf-8-sig"), newline=""))), quasi, sensitive)


def measured(rows: Sequence[Mapping[str, Any]], quasi: Sequence[str], sensitive: Sequence[str]) -> Risk:
    """The risk of these rows; of none everything is nought."""
    groups: dict[tuple[Any, ...], list[Mapping[str, Any]]] = defaultdict(list)
    for row in rows:
        groups[tuple(row.get(name) for name in quasi)].append(row)
    if not groups:
        return Risk(0, 0, 0, 0, 0.0, 0.0)
    smallest = min(len(members) for members in groups.values())
    told, closeness = {}, {}
    for name in sensitive:
        if facts := [found for members in groups.values() if (found := _told(members, name))]:
            told[name] = min(len(one) for one in facts)
            closeness[name] = _furthest(facts)
    least = min(told.values(), default=0)
    return Risk(len(rows), len(groups), smallest, least, 1 / smallest, len(groups) / len(rows), told, closeness)


def _told(members: Iterable[Mapping[str, Any]], name: str) -> Counter[Any]:
    """How often each fact stands in a group; nothing where it is withheld."""
    return Counter(row.get(name) for row in members if row.get(name) != WITHHELD)


def _furthest(groups: Sequence[Counter[Any]]) -> float:
    everybody: Counter[Any] = sum(groups, Counter())
    many = everybody.total()
    return max(
        sum(abs(group[fact] / group.total() - all_of / many) for fact, all_of in everybody.items()) / 2
        for group in groups
    )
