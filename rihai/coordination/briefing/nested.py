"""Briefings of places that lie in one another: what one withheld is not to be worked out from another.

A prison within a district, a district within a province: who holds both briefings takes the smaller figures from the
larger one. So the figures of a new briefing are controlled beside those of every place inside and around it that was
signed within four weeks, with the sums a reader can make: a wider place is the briefed ones in it and a rest. Days may
differ by as much; where the parts outgrow the whole no sum is made.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from rihai.coordination.briefing.models import Briefing
from rihai.kit.exports.models import PublishedFigures
from rihai.places.models import Inside
from rihai.profile.disclosure import RULE, Figures, Key, Release, Sum, from_json

NEAR = timedelta(days=28)
"""Days between two briefings within which one is laid beside the other."""
HELD = "held"
Numbers = Mapping[str, tuple[int, bool]]
"""Of each series the true count and whether its topic is sensitive."""


@dataclass(frozen=True, slots=True)
class Beside:
    """A signed briefing of another place: its true counts, and how many were held there."""

    place_id: int
    on: date
    held: int
    numbers: Numbers

    def key(self, series: str) -> Key:
        """Under which key a count of it left."""
        return key_of(self.place_id, self.on, series)


def export_of(place_id: int) -> str:
    """Under which name the briefings of a place leave."""
    return f"coordination.briefing.{place_id}"


def key_of(place_id: int, on: date, series: str) -> Key:
    """The key of a count: its place stands in it, so that figures of two places are never taken for one."""
    return Key(on.isoformat(), f"@{place_id} {series}")


def left_of(places: Sequence[int]) -> list[Release]:
    """Everything that left of these places, the oldest first."""
    names = {export_of(one): one for one in places}
    kept = PublishedFigures.objects.filter(export__in=list(names)).order_by("released_at")
    return [_placed(from_json(one.release), names[one.export]) for one in kept]


def _placed(release: Release, place_id: int) -> Release:
    """A release with the place in each key; those kept before keys had one are of the place they left for."""

    def placed(key: Key) -> Key:
        return key if key.series.startswith("@") else Key(key.period, f"@{place_id} {key.series}")

    return Release(
        {placed(key): number for key, number in release.cells.items()},
        tuple(Sum(placed(one.total), tuple(placed(part) for part in one.parts)) for one in release.sums),
        release.base, release.adds_up, {placed(key): number for key, number in release.least.items()},
    )  # fmt: skip


def around(place_id: int) -> tuple[set[int], set[int]]:
    """The places inside a place, and those around it; without itself."""
    inside = set(Inside.objects.filter(outer=place_id).values_list("inner_id", flat=True))
    outside = set(Inside.objects.filter(inner=place_id).values_list("outer_id", flat=True))
    return inside - {place_id}, outside - {place_id}


def lock_near(place_id: int) -> None:
    """Hold the briefings of a place and of those inside and around it, so that two are not signed at one instant."""
    inside, outside = around(place_id)
    rows = Briefing.objects.select_for_update().filter(place__in={place_id} | inside | outside).order_by("pk")
    list(rows.values_list("pk"))


def signed_at(places: set[int], on: date, series: Mapping[str, bool]) -> dict[int, Beside]:
    """Of each of these places the signed briefing nearest to a day, as far as its counts are of these series.

    The nearest, since of two that are laid beside this one it is the one from which most can be worked out; of two as
    near the newer one.
    """
    rows = Briefing.objects.filter(
        place__in=places, signed_at__isnull=False, census_on__gt=on - NEAR, census_on__lt=on + NEAR
    ).prefetch_related("lines")  # fmt: skip
    found = {}
    for one in sorted(rows.order_by("census_on"), key=lambda one: -abs(one.census_on - on)):
        numbers: dict[str, tuple[int, bool]] = {HELD: (one.counted, False)}
        for line in one.lines.all():
            for part, number in (("met", line.met), ("open", line.open)):
                name = f"{line.rests}/{line.code}/{part}"
                if name in series:
                    numbers[name] = number, line.is_sensitive
        found[one.place_id] = Beside(one.place_id, one.census_on, one.counted, numbers)
    return found


def add_nested(figures: Figures, mine: Beside) -> list[Release]:
    """Add the counts of the places inside and around with the sums to this one; what left of those places."""
    inside, outside = around(mine.place_id)
    series = {name: is_sensitive for name, (_n, is_sensitive) in mine.numbers.items()}
    briefed = signed_at(inside | outside, mine.on, series)
    told = set(briefed)
    _sum_of(figures, mine, _apart([briefed[one] for one in sorted(inside & briefed.keys())]))
    for wider in (briefed[one] for one in sorted(outside & briefed.keys())):
        within, _outer = around(wider.place_id)
        others = signed_at(within - {mine.place_id} - inside - outside, mine.on, series)
        _sum_of(figures, wider, [mine, *_apart(list(others.values()))])
        told |= others.keys()
    return left_of(sorted(told))


def _apart(rows: Sequence[Beside]) -> list[Beside]:
    """Those of which none lies in another: the widest, so that nobody is counted twice."""
    places = {one.place_id for one in rows}
    pairs = Inside.objects.filter(inner__in=places, outer__in=places).values_list("inner_id", "outer_id")
    inner = {inside for inside, outside in pairs if inside != outside}
    return [one for one in rows if one.place_id not in inner]


def _sum_of(figures: Figures, whole: Beside, parts: Sequence[Beside]) -> None:
    """Of each series of the whole: the parts that have it, and the rest, which is guarded too."""
    for name, (number, _is) in whole.numbers.items():
        having = [one for one in parts if one.numbers.get(name, (0, False))[0]]
        if not having or sum(one.numbers[name][0] for one in having) > number:
            continue
        keys = [_add(figures, one, name) for one in having]
        figures.add_rest(_add(figures, whole, name), keys)


def _add(figures: Figures, one: Beside, name: str) -> Key:
    key = one.key(name)
    if key not in figures.counts:
        number, is_sensitive = one.numbers[name]
        figures.add(key, number, RULE.threshold(one.held, is_sensitive=is_sensitive), shown=False)
    return key
