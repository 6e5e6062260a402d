"""Joins what is surely one person and lists what may be: between two lists one to one, within one list in groups."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain
from typing import Any

from rihai.census.link.blocks import EXACT, KINDS, candidates
from rihai.census.link.decisions import Decisions, keys_of
from rihai.census.link.evidence import Point, never_one
from rihai.census.link.groups import grouped
from rihai.census.link.judgement import MARGIN, Weighed, is_exact, weigh
from rihai.census.link.particulars import Particulars, particulars_of
from rihai.census.link.rarity import Rarity

Facts = Mapping[str, Any]
SHOWN = 3
"""Doubtful partners listed for one record, the likeliest first; the rest would be noise."""
CERTAIN = 25.0
"""Bits from which a pair that shares a number is joined before all others: no namesake without it comes near."""
_AGREED = Point("decided_same", 0.0)


@dataclass(frozen=True, slots=True)
class Link:
    """Two records, by their places in the lists: `weight` in bits of odds, `points` with their reasons, heaviest first.

    `rivals` is how many other records came too near for this pair to be sure by itself.
    """

    one: int
    other: int
    weight: float
    points: tuple[Point, ...]
    rivals: int = 0

    @property
    def codes(self) -> frozenset[str]:
        """The codes of the points."""
        return frozenset(point.code for point in self.points)


@dataclass(frozen=True)
class Links:
    """What came of linking: `sure` pairs, `doubtful` pairs, and how many blocks of very common names were left out.

    Between two lists a record stands in one sure pair at most, and one that does stands in no doubtful pair.
    """

    sure: tuple[Link, ...]
    doubtful: tuple[Link, ...]
    left_out: int

    @cached_property
    def partner(self) -> dict[int, int]:
        """The place in the second list of each surely linked record of the first."""
        return {link.one: link.other for link in self.sure}

    def groups(self) -> list[list[int]]:
        """Within one list: the places of records that are one person, in groups of two or more."""
        return grouped(self.sure)[0]


def link_between(old: Iterable[Facts], new: Iterable[Facts], decisions: Decisions | None = None) -> Links:
    """Links an earlier list with a later one; each record is at most one of the other list.

    The records are read once and not kept. A pair is sure when its evidence is (`judgement`) and no other pair of
    either record comes within MARGIN bits; else it is doubtful.
    """
    first, second = list(particulars_of(old)), list(particulars_of(new))
    work = _Work(first, second, Rarity(chain(first, second), lists=2), decisions or Decisions())
    # Exact keys first: who is found by them beyond all rivalry needs no looking for among namesakes.
    numbered = work.weighed(candidates(first, second, EXACT).pairs | set(work.decided()))
    certain = [link for link in _one_to_one(numbered)[0] if link.weight >= CERTAIN or _AGREED in link.points]
    joined = ({link.one for link in certain}, {link.other for link in certain})
    found = candidates(first, second, KINDS, joined)
    sure, doubtful = _one_to_one(work.weighed(found.pairs))
    both = sorted((*certain, *sure), key=lambda link: link.one)
    return Links(tuple(both), tuple(doubtful), found.left_out)


def link_within(records: Iterable[Facts], decisions: Decisions | None = None) -> Links:
    """Links the records of one list with each other; a person may stand in it any number of times.

    Two records that are never one person (two identity numbers, two sexes, decided different) are not joined through a
    third either: the weaker of the links between them is then doubtful.
    """
    people = list(particulars_of(records))
    work = _Work(people, people, Rarity(people, lists=1), decisions or Decisions())
    found = candidates(people)
    pairs = found.pairs | {(min(pair), max(pair)) for pair in work.decided() if pair[0] != pair[1]}
    weighed = sorted(work.weighed(pairs), key=lambda link: (-link.weight, link.one, link.other))
    sure = [link for link in weighed if _is_sure(link) and not _two_numbers(link)]
    refused = set(grouped(sure, work.apart)[1])
    joined = set(sure) - refused
    doubtful = [link for link in weighed if link not in joined]
    return Links(tuple(link for link in sure if link in joined), tuple(_few(doubtful)), found.left_out)


@dataclass(frozen=True, slots=True)
class _Work:
    """The two lists of particulars, how rare their values are, and what people have decided."""

    one: Sequence[Particulars]
    other: Sequence[Particulars]
    rarity: Rarity
    decisions: Decisions

    def weighed(self, pairs: Iterable[tuple[int, int]]) -> list[Link]:
        """The pairs that are anything to speak of; what people have decided goes before all evidence."""
        found = []
        for at, to in pairs:
            said = self.decisions.on(self.one[at], self.other[to])
            if said == "different":
                continue
            weighed = weigh(self.one[at], self.other[to], self.rarity)
            if said == "same":
                weighed = weighed or Weighed(0.0, ())
                found.append(Link(at, to, weighed.weight, (_AGREED, *weighed.points)))
            elif weighed is not None:
                found.append(Link(at, to, weighed.weight, weighed.points))
        return found

    def apart(self, at: int, to: int) -> bool:
        """Whether two records are never one person: by what was decided, or by what they say."""
        one, other = self.one[at], self.other[to]
        said = self.decisions.on(one, other)
        return said == "different" or (said is None and never_one(one, other))

    def decided(self) -> Iterator[tuple[int, int]]:
        """The pairs a person has called the same, so that they are joined though nothing else brings them together."""
        if not self.decisions.rows:
            return
        ours, theirs = _by_key(self.one), _by_key(self.other)
        for one, other in self.decisions.involved():
            for first, second in ((one, other), (other, one)):
                yield from ((a, b) for x in first for y in second for a in ours.get(x, ()) for b in theirs.get(y, ()))


def _by_key(people: Sequence[Particulars]) -> dict[str, list[int]]:
    index: dict[str, list[int]] = defaultdict(list)
    for at, person in enumerate(people):
        for found in keys_of(person):
            index[found].append(at)
    return index


def _is_sure(link: Link) -> bool:
    return _AGREED in link.points or Weighed(link.weight, link.points).could_be_sure


def _two_numbers(link: Link) -> bool:
    """Whether one prison's list gives two numbers, and no exact key says it is one person all the same.

    Brothers of much the same name, arrested and admitted together, differ in little else.
    """
    return "prison_numbers_differ" in link.codes and not (is_exact(link.codes) or _AGREED in link.points)


def _one_to_one(weighed: list[Link]) -> tuple[list[Link], list[Link]]:
    """Sure pairs, surest first, each record once; then the doubtful pairs of the records that are left."""
    ordered = sorted(weighed, key=lambda link: (_AGREED not in link.points, -link.weight, link.one, link.other))
    of: dict[tuple[str, int], list[Link]] = defaultdict(list)
    for link in ordered:
        of["one", link.one].append(link)
        of["other", link.other].append(link)
    taken: set[tuple[str, int]] = set()
    sure, doubtful = [], []
    for link in ordered:
        sides = {("one", link.one), ("other", link.other)}
        if sides & taken:
            continue
        rivals = _rivals(link, of, taken)
        if _is_sure(link) and not rivals:
            sure.append(link)
            taken |= sides
        else:
            doubtful.append(replace(link, rivals=rivals))
    free = [link for link in doubtful if not {("one", link.one), ("other", link.other)} & taken]
    return sorted(sure, key=lambda link: link.one), _few(free)


def _rivals(link: Link, of: Mapping[tuple[str, int], Sequence[Link]], taken: set[tuple[str, int]]) -> int:
    """How many other pairs of either record, whose partner is still free, come within the margin."""
    if _AGREED in link.points:
        return 0
    near = 0
    for mine, theirs in ((("one", link.one), "other"), (("other", link.other), "one")):
        for rival in of[mine]:
            partner = rival.other if theirs == "other" else rival.one
            is_near = rival is not link and rival.weight > link.weight - MARGIN
            near += is_near and (theirs, partner) not in taken
    return near


def _few(links: Iterable[Link]) -> list[Link]:
    """The likeliest doubtful pairs of each record, likeliest first."""
    seen: dict[tuple[str, int], int] = defaultdict(int)
    kept = []
    for link in sorted(links, key=lambda link: (-link.weight, link.one, link.other)):
        sides = (("one", link.one), ("other", link.other))
        if all(seen[side] < SHOWN for side in sides):
            kept.append(link)
        for side in sides:
            seen[side] += 1
    return kept
