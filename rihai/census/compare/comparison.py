"""Compares an earlier list with a later one: everybody is accounted for, and what changed is listed by kind."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from rihai.census.compare.change import KINDS, Change, Difference, Kind
from rihai.census.compare.departures import expected_departure, recorded_departure
from rihai.census.compare.differences import impossible, moves, statuses
from rihai.census.link import Decisions, Link, Links, link_between
from rihai.census.link.judgement import is_exact
from rihai.census.link.particulars import bare
from rihai.days import date_of, read_date

Facts = Mapping[str, Any]
Reached = Mapping[str, Collection[str]]
_MOST_OF_A_PRISON = 0.6
"""Share of a prison's people found under another name from which that is the prison written otherwise."""


@dataclass(frozen=True)
class Comparison:
    """Two lists compared: `changes` from what should be looked at first, `links` with all that is one person.

    Every earlier record is exactly one of: joined, probably the same as a later one, gone, missing, left out, not
    covered; every later one: joined, probably the same as an earlier one, new, left out. `days` are those of the lists,
    where known.
    """

    old: Sequence[Facts]
    new: Sequence[Facts]
    links: Links
    changes: tuple[Change, ...]
    days: tuple[date | None, date | None]

    def of_kind(self, kind: Kind) -> list[Change]:
        """The changes of one kind."""
        return self._by_kind.get(kind, [])

    @cached_property
    def _by_kind(self) -> dict[Kind, list[Change]]:
        found: dict[Kind, list[Change]] = defaultdict(list)
        for change in self.changes:
            found[change.kind].append(change)
        return found

    def people(self) -> Mapping[Kind, int]:
        """How many people stand under each kind; one may stand under several."""
        return {kind: len({(one.old, one.new) for one in self.of_kind(kind)}) for kind in KINDS}

    def shown(self, change: Change) -> Facts:
        """The record by which a change is shown: the later one, else the earlier."""
        if change.new is not None:
            return self.new[change.new]
        return {} if change.old is None else self.old[change.old]

    def accounted(self) -> tuple[Mapping[str, int], Mapping[str, int]]:
        """What became of every earlier record, and where every later one comes from; each sums to its list."""
        joined = len(self.links.sure)
        probable = [{getattr(link, side) for link in self.links.doubtful} for side in ("one", "other")]
        absent = Counter(change.kind for change in self.changes if change.new is None)
        fresh = Counter(change.kind for change in self.changes if change.old is None)
        before = {kind: absent[kind] for kind in ("left_out", "gone", "missing_without_release", "not_covered")}
        after = {kind: fresh[kind] for kind in ("left_out", "new")}
        return (
            {"joined": joined, "probably_same": len(probable[0])} | before,
            {"joined": joined, "probably_same": len(probable[1])} | after,
        )

    def as_json_lines(self) -> Iterator[str]:
        """One JSON object a change, in the order of `changes`."""
        for change in self.changes:
            old_id = None if change.old is None else self.old[change.old]["id"]
            new_id = None if change.new is None else self.new[change.new]["id"]
            yield json.dumps(change.as_json(old_id, new_id), ensure_ascii=False)


def compare(
    old: Sequence[Facts],
    new: Sequence[Facts],
    *,
    decisions: Decisions | None = None,
    reached_before: Reached | None = None,
    reached_now: Reached | None = None,
    left_out: tuple[Sequence[Facts], Sequence[Facts]] = ((), ()),
) -> Comparison:
    """Compares two lists of records, the earlier first; the records are those of the dictionary of facts.

    `decisions` are what people have said of doubtful pairs. `reached_before` and `reached_now` give, by record id, the
    provisions of release that reached the person at each screening; without them nobody is *still here*. `left_out` is
    what could be read of the rejected rows of each list: who seems to stand there is neither missing nor new.
    """
    links = link_between(old, new, decisions)
    days = (_day_of(old), _day_of(new))
    prisons = _prisons_renamed(old, new, links)
    changes: list[Change] = []
    for link in links.sure:
        changes += _joined(link, old[link.one], new[link.other], prisons, reached_before or {}, reached_now or {})
    for link in links.doubtful:
        changes += _doubtful(link, old[link.one], new[link.other])
    absent = sorted(set(range(len(old))) - set(links.partner) - {link.one for link in links.doubtful})
    fresh = sorted(set(range(len(new))) - set(links.partner.values()) - {link.other for link in links.doubtful})
    changes += _absent(old, new, absent, _in_rows_left_out(old, absent, left_out[1]), prisons, days[1])
    changes += _fresh(new, fresh, _in_rows_left_out(new, fresh, left_out[0]))
    order = {kind: at for at, kind in enumerate(KINDS)}
    return Comparison(old, new, links, tuple(sorted(changes, key=lambda change: order[change.kind])), days)


def _joined(
    link: Link, old: Facts, new: Facts, prisons: Mapping[str, str], before: Reached, now: Reached
) -> Iterator[Change]:
    """All that changed for one person who stands in both lists."""
    departure = recorded_departure(new)
    found: list[tuple[Kind, tuple[Difference, ...]]] = [
        ("gone", (departure,) if departure else ()),
        ("impossible", tuple(impossible(old, new))),
        ("status_changed", tuple(statuses(old, new))),
        ("moved", tuple(moves(old, new, prisons))),
    ]
    yield from (Change(kind, link.one, link.other, said, link) for kind, said in found if said)
    reached = tuple(sorted(before.get(str(old["id"]), ())))
    if reached and not departure:
        still = tuple(one for one in reached if one in now.get(str(new["id"]), ()))
        yield Change("still_here", link.one, link.other, (), link, reached, still)


def _doubtful(link: Link, old: Facts, new: Facts) -> Iterator[Change]:
    """A pair for a person to look at; where an exact key agrees, what cannot both be true is listed as such too."""
    wrong = tuple(impossible(old, new))
    yield Change("probably_same", link.one, link.other, wrong, link)
    if wrong and is_exact(link.codes):
        yield Change("impossible", link.one, link.other, wrong, link)


def _absent(
    old: Sequence[Facts],
    new: Sequence[Facts],
    places: Sequence[int],
    unread: Mapping[int, Difference],
    prisons: Mapping[str, str],
    day: date | None,
) -> Iterator[Change]:
    """Earlier people whom the later list has not: gone, missing, unread, or of a prison that list does not cover."""
    covered = {bare(record.get("prison")) for record in new}
    for at in places:
        record = old[at]
        prison, departure = bare(record.get("prison")), recorded_departure(record)
        if departure:
            yield Change("gone", at, None, (departure,))
        elif at in unread:
            yield Change("left_out", at, None, (unread[at],))
        elif prisons.get(prison, prison) not in covered:
            yield Change("not_covered", at, None)
        else:
            yield Change("missing_without_release", at, None, tuple(expected_departure(record, day)))


def _fresh(new: Sequence[Facts], places: Sequence[int], unread: Mapping[int, Difference]) -> Iterator[Change]:
    """Later people whom the earlier list has not: new, or unread there."""
    for at in places:
        if at in unread:
            yield Change("left_out", None, at, (unread[at],))
        else:
            yield Change("new", None, at, _from(new[at]))


def _in_rows_left_out(
    people: Sequence[Facts], places: Sequence[int], rejected: Sequence[Facts]
) -> dict[int, Difference]:
    """Of the people at `places`: those who may stand in a rejected row of the other list, with that row's id.

    A doubt is enough here, for what is claimed of the others is that they are not there.
    """
    links = link_between([people[at] for at in places] if rejected else [], rejected)
    found = sorted((*links.sure, *links.doubtful), key=lambda link: link.weight)
    return {places[link.one]: Difference("id", None, rejected[link.other]["id"], "row_left_out") for link in found}


def _from(record: Facts) -> tuple[Difference, ...]:
    """Where a new person was transferred from, when the list says so."""
    before = record.get("transferred_from")
    return (Difference("transferred_from", before, record.get("prison"), "transferred"),) if before else ()


def _prisons_renamed(old: Sequence[Facts], new: Sequence[Facts], links: Links) -> dict[str, str]:
    """Prisons that the later list writes otherwise ("Distt. Jail"): most of their people stand under the new name."""
    later = {bare(record.get("prison")) for record in new}
    earlier = Counter(bare(record.get("prison")) for record in old)
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for link in links.sure:
        before, after = bare(old[link.one].get("prison")), bare(new[link.other].get("prison"))
        if before not in later and after not in earlier:
            found[before][after] += 1
    renamed = {}
    for before, counts in found.items():
        after, count = counts.most_common(1)[0]
        if count > _MOST_OF_A_PRISON * earlier[before]:
            renamed[before] = after
    return renamed


def _day_of(records: Sequence[Facts]) -> date | None:
    """The latest day on which a list says it was true."""
    days = [span for record in records if (span := read_date(record.get("census_date")))]
    latest = max((span.latest for span in days), default=None)
    return None if latest is None else date_of(latest)
