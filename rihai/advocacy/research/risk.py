"""The risk of an extract, measured on the rows that would leave, by other code than that which made them.

k: the smallest group of rows alike in everything recognisable; whoever knows that somebody is in the extract finds them
with a chance of at most one in k (prosecutor risk: El Emam and Dankar, JAMIA 15, 2008). Diversity: the fewest different
facts that such a group has in a sensitive column where they are told at all (l-diversity: Machanavajjhala, 2007).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from rihai.paper.table import Absent


@dataclass(frozen=True, slots=True)
class Risk:
    """What was measured: rows, groups, the smallest group, the least diversity, the highest and the mean chance."""

    rows: int
    groups: int
    k: int
    diversity: int
    highest: float
    mean: float

    def plain(self) -> dict[str, Any]:
        """As it is kept."""
        return {
            "rows": self.rows, "groups": self.groups, "k": self.k, "diversity": self.diversity,
            "highest": round(self.highest, 4), "mean": round(self.mean, 4),
        }  # fmt: skip


def measured(rows: Sequence[Mapping[str, Any]], quasi: Sequence[str], sensitive: Sequence[str]) -> Risk:
    """The risk of these rows; of none everything is nought."""
    groups: dict[tuple[Any, ...], list[Mapping[str, Any]]] = defaultdict(list)
    for row in rows:
        groups[tuple(row.get(name) for name in quasi)].append(row)
    if not groups:
        return Risk(0, 0, 0, 0, 0.0, 0.0)
    smallest = min(len(members) for members in groups.values())
    told = [
        len({row.get(name) for row in members})
        for members in groups.values()
        for name in sensitive
        if not any(isinstance(row.get(name), Absent) for row in members)
    ]
    return Risk(len(rows), len(groups), smallest, min(told, default=0), 1 / smallest, len(groups) / len(rows))
