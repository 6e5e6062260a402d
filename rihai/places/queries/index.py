"""The list of places: by province with counts, and page by page with a filter; a fixed number of queries."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from django.db.models import Count, QuerySet

from rihai.places.kinds import AREAS, SERVED_AT, STANDS_IN, Kind
from rihai.places.models import Inside, Place
from rihai.places.naming import folded
from rihai.places.queries.figures import Figures, figures_of
from rihai.places.queries.place import places_within

PAGE = 25


@dataclass(frozen=True, slots=True)
class Row:
    """One place of the list, with what it stands in and its figures."""

    place: Place
    above: list[Place]
    figures: Figures

    @property
    def where(self) -> str:
        """District and province, as far as they are known."""
        shown = [one for one in self.above if one.kind in {Kind.PROVINCE, Kind.DISTRICT, Kind.DIVISION}]
        named = [one for one in shown if one.kind != Kind.DIVISION or not any(o.kind == Kind.DISTRICT for o in shown)]
        return ", ".join(one.shown for one in reversed(named))


@dataclass(frozen=True, slots=True)
class Listed:
    """One page of the list; `after` is where the next one begins, None on the last."""

    rows: list[Row]
    count: int
    after: int | None


@dataclass(frozen=True, slots=True)
class ProvinceRow:
    """A province with how many open places of each kind stand in it, and its published figures."""

    place: Place
    counts: Counter[str]
    figures: Figures


def places_for(*, words: str = "", kind: str = "", within: Place | None = None) -> QuerySet[Place]:
    """Every place that fits: the words in one of its names, its kind, what it stands in."""
    found = Place.objects.all()
    if kind:
        found = found.filter(kind=kind)
    elif not words:
        found = found.exclude(kind__in=AREAS)
    if within:
        found = found.filter(outer_pairs__outer=within)
    for word in folded(words).split()[:8]:
        found = found.filter(sought__contains=word)
    return found


def listed(found: QuerySet[Place], *, after: int | None = None, size: int = PAGE) -> Listed:
    """The page of the list that follows the place `after`, by name, of `size` rows at most."""
    count = found.count()
    ordered = found.select_related("prison").order_by("name", "pk")
    last = Place.objects.filter(pk=after).first() if after else None
    if last:
        ordered = ordered.filter(name__gte=last.name).exclude(name=last.name, pk__lte=last.pk)
    places = list(ordered[: size + 1])
    shown = places[:size]
    keys = [place.pk for place in shown]
    figures, above = figures_of(keys), places_within(keys)
    rows = [Row(place, above[place.pk], figures[place.pk]) for place in shown]
    return Listed(rows, count, shown[-1].pk if len(places) > size else None)


def provinces() -> list[ProvinceRow]:
    """The provinces in the order of their names, with counts of open places that are not invented."""
    found = list(Place.objects.filter(kind=Kind.PROVINCE).order_by("name"))
    counts: dict[int, Counter[str]] = {place.pk: Counter() for place in found}
    pairs = Inside.objects.filter(outer__kind=Kind.PROVINCE, inner__closed_on=None, inner__invented=False)
    for outer, kind, number in pairs.values_list("outer_id", "inner__kind").annotate(n=Count("pk")).order_by():
        counts[outer][kind] = number
    figures = figures_of([place.pk for place in found])
    return [ProvinceRow(place, counts[place.pk], figures[place.pk]) for place in found]


def places_to_post_at() -> QuerySet[Place]:
    """Where a posting can stand: every open place, from the country to a lock-up; it covers all that stands in it."""
    return Place.objects.filter(closed_on=None).order_by("name", "pk")


def places_to_serve_at() -> QuerySet[Place]:
    """Where a person can be served, held or never held: prisons and lock-ups, shelters, offices, home districts."""
    return Place.objects.filter(closed_on=None, kind__in=SERVED_AT).order_by("name", "pk")


def places_to_stand_in(kind: Kind) -> QuerySet[Place]:
    """Where a new place of a kind can stand."""
    return Place.objects.filter(kind__in=STANDS_IN[kind], closed_on=None).order_by("name", "pk")


def grouped_places(kind: Kind, *, also: Place | None = None) -> list[tuple[str, list[tuple[int, str]]]]:
    """Where a place of a kind can stand, as choices grouped by province; tehsils are left out but for `also`."""
    found = list(places_to_stand_in(kind).exclude(kind=Kind.TEHSIL))
    if also and also.kind in STANDS_IN[kind] and also not in found:
        found.insert(0, also)
    above = places_within([place.pk for place in found])
    groups: dict[str, list[tuple[int, str]]] = {}
    for place in found:
        province = next((one for one in [*above[place.pk], place] if one.kind == Kind.PROVINCE), place)
        label = place.shown if place.kind == Kind.DISTRICT else f"{place.shown} ({Kind(place.kind).label})"
        groups.setdefault(province.shown, []).append((place.pk, label))
    return sorted(groups.items())
