"""An extract of rows for research in which nobody stands alone: coarser, or withheld, until each has company."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from rihai.paper.table import SUPPRESSED, Absent

Fact = str | int | float | bool | None
Coarser = Callable[[Fact], Fact]


class Quasi(NamedTuple):
    """A column by which a person could be recognised, with its steps from fine to coarse; the last step leaves it out.

    Each step takes the fact as recorded, not the step before: an age, then its band, then nothing.
    """

    name: str
    steps: tuple[Coarser, ...]


class Extract(NamedTuple):
    """Rows that may leave to a named researcher, and the log of what was done; never for the public.

    `coarsened` has for each quasi-identifier how many steps were taken (0: as recorded). `rows_withheld` and
    `facts_withheld` are numbers for the office's own log.
    """

    rows: tuple[Mapping[str, Fact | Absent], ...]
    k: int
    coarsened: Mapping[str, int]
    rows_withheld: int
    facts_withheld: Mapping[str, int]


def anonymous(
    rows: Sequence[Mapping[str, Fact]],
    quasi: Sequence[Quasi],
    sensitive: Sequence[str] = (),
    *,
    k: int = 10,
    diversity: int = 2,
    most_withheld: float = 0.05,
) -> Extract:
    """The named columns alone, so that each row agrees with at least k - 1 others in everything recognisable.

    The column of most different facts is made coarser for all rows alike until at most `most_withheld` of the rows
    stand in groups smaller than k; these are withheld (k-anonymity and the method Datafly: Sweeney, "Achieving
    k-anonymity privacy protection using generalization and suppression", IJUFKS 10, 2002). Where a whole group has
    fewer than `diversity` different facts in a sensitive column, to know the group would be to know the fact: it is
    withheld there (l-diversity: Machanavajjhala et al., TKDD 1, 2007). Not known counts as a fact of its own. Rows
    come out sorted, as the order of a list tells who is who. Raises ValueError for k below 2 or a column in both.
    """
    if k < 2 or {one.name for one in quasi} & set(sensitive):
        raise ValueError("k is two or more, and a column is either recognisable or sensitive")
    taken = dict.fromkeys((one.name for one in quasi), 0)
    groups = _grouped(rows, quasi, taken)
    while _alone(groups, k) > most_withheld * len(rows) and (coarser := _widest(groups, quasi, taken)):
        taken[coarser] += 1
        groups = _grouped(rows, quasi, taken)
    facts_withheld: Counter[str] = Counter()
    kept: list[Mapping[str, Fact | Absent]] = []
    for group, members in groups.items():
        if len(members) >= k:
            same = [name for name in sensitive if len({row.get(name) for row in members}) < diversity]
            facts_withheld.update(dict.fromkeys(same, len(members)))
            kept += [_row(group, row, quasi, sensitive, same) for row in members]
    kept.sort(key=lambda row: [str(fact) for fact in row.values()])
    return Extract(tuple(kept), k, taken, len(rows) - len(kept), dict(facts_withheld))


Groups = Mapping[tuple[Fact, ...], Sequence[Mapping[str, Fact]]]


def _grouped(rows: Sequence[Mapping[str, Fact]], quasi: Sequence[Quasi], taken: Mapping[str, int]) -> Groups:
    groups: dict[tuple[Fact, ...], list[Mapping[str, Fact]]] = defaultdict(list)
    for row in rows:
        groups[tuple(_stepped(one, taken[one.name], row.get(one.name)) for one in quasi)].append(row)
    return groups


def _stepped(one: Quasi, taken: int, fact: Fact) -> Fact:
    """A fact after so many steps; after the last it is left out, and the same for everybody."""
    if taken > len(one.steps):
        return None
    return one.steps[taken - 1](fact) if taken else fact


def _alone(groups: Groups, k: int) -> int:
    return sum(len(members) for members in groups.values() if len(members) < k)


def _widest(groups: Groups, quasi: Sequence[Quasi], taken: Mapping[str, int]) -> str | None:
    """The column of most different facts that can still be made coarser."""
    different = {one.name: len({group[i] for group in groups}) for i, one in enumerate(quasi)}
    free = [one.name for one in quasi if taken[one.name] <= len(one.steps)]
    return max(free, key=lambda name: different[name], default=None)


def _row(
    group: tuple[Fact, ...],
    row: Mapping[str, Fact],
    quasi: Sequence[Quasi],
    sensitive: Sequence[str],
    same: Sequence[str],
) -> Mapping[str, Fact | Absent]:
    told: dict[str, Fact | Absent] = dict(zip((one.name for one in quasi), group, strict=True))
    return told | {name: SUPPRESSED if name in same else row.get(name) for name in sensitive}
