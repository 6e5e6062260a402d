"""What the page of a prison says, from its own facts and those of its province and country; and which are old."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from django.conf import settings
from django.db.models import Count, Min, Q, QuerySet

from rihai.helpline.urgent.models import NUMBERED, HelpFact, HelpFactBefore, Topic
from rihai.kit.actor import Actor
from rihai.places.kinds import Kind
from rihai.places.models import Inside, Place

KEEP = "helpline.urgent"
ABOVE = (Kind.PROVINCE, Kind.COUNTRY)
"""Places whose facts hold for every prison in them that says nothing else."""


@dataclass(frozen=True, slots=True)
class Row:
    """One topic of a page: what is said of it, or nothing; `above` where that is said of every prison there."""

    topic: Topic
    fact: HelpFact | None = None
    above: Place | None = None
    is_old: bool = False

    @property
    def is_numbered(self) -> bool:
        """Whether numbers in it can be pressed."""
        return self.topic in NUMBERED


@dataclass(slots=True)
class District:
    """A district of the list, with its prisons."""

    name: str
    prisons: list[Place] = field(default_factory=list)


@dataclass(slots=True)
class Province:
    """A province of the list, with its districts."""

    place: Place
    count: int = 0
    districts: list[District] = field(default_factory=list)


def has_page(place: Place) -> bool:
    """Whether facts are kept of a place: prisons, and what all prisons of a province or the country have in common."""
    return place.kind in (Kind.PRISON, *ABOVE) and place.closed_on is None


def prison_of(pk: int) -> Place | None:
    """The open prison of an address."""
    return Place.objects.filter(pk=pk, kind=Kind.PRISON, closed_on=None).first()


def kept_place(pk: int) -> Place | None:
    """The place of which facts are kept, of an address."""
    found = Place.objects.filter(pk=pk).first()
    return found if found is not None and has_page(found) else None


def rows_of(place: Place, *, on: date) -> list[Row]:
    """Every topic: the prison's own fact, else that of its province, else that of the country, else nothing."""
    order = {Kind.PRISON: 0, Kind.PROVINCE: 1, Kind.COUNTRY: 2}
    around = Inside.objects.filter(inner=place).filter(Q(outer=place) | Q(outer__kind__in=ABOVE)).values("outer_id")
    facts = HelpFact.objects.filter(place__in=around).select_related("place")
    nearest: dict[str, HelpFact] = {}
    for fact in sorted(facts, key=lambda one: order[Kind(one.place.kind)]):
        nearest.setdefault(fact.topic, fact)
    return [_row(topic, nearest.get(topic), place, on) for topic in Topic]


def _row(topic: Topic, fact: HelpFact | None, place: Place, on: date) -> Row:
    if fact is None:
        return Row(topic)
    return Row(topic, fact, fact.place if fact.place_id != place.pk else None, fact.is_old(on))


def own_rows(place: Place, *, on: date) -> list[Row]:
    """Every topic with what is said of this very place alone: what is kept there."""
    facts = {one.topic: one for one in HelpFact.objects.filter(place=place)}
    return [_row(topic, facts.get(topic), place, on) for topic in Topic]


def directory(*, but: Collection[int] = ()) -> list[Province]:
    """Every open prison by province and district, in four queries; some may be left out."""
    provinces = {one.pk: Province(one) for one in Place.objects.filter(kind=Kind.PROVINCE).order_by("name")}
    pairs = Inside.objects.filter(
        outer__kind__in=(Kind.PROVINCE, Kind.DISTRICT, Kind.DIVISION), inner__kind=Kind.PRISON
    )
    above: dict[int, dict[str, Place]] = {}
    for pair in pairs.filter(inner__closed_on=None).select_related("outer"):
        above.setdefault(pair.inner_id, {})[pair.outer.kind] = pair.outer
    for prison in Place.objects.filter(kind=Kind.PRISON, closed_on=None).exclude(pk__in=but).order_by("name", "pk"):
        outer = above.get(prison.pk, {})
        if Kind.PROVINCE in outer:
            _stand(provinces[outer[Kind.PROVINCE].pk], outer.get(Kind.DISTRICT) or outer.get(Kind.DIVISION), prison)
    return [_sorted(one) for one in provinces.values() if one.count]


def _stand(province: Province, district: Place | None, prison: Place) -> None:
    name = district.shown if district else ""
    found = next((one for one in province.districts if one.name == name), None)
    if found is None:
        found = District(name)
        province.districts.append(found)
    found.prisons.append(prison)
    province.count += 1


def _sorted(province: Province) -> Province:
    province.districts.sort(key=lambda one: one.name)
    return province


@dataclass(frozen=True, slots=True)
class Kept:
    """A place in the list of those who keep the pages: how many facts, how many of them old, checked first on."""

    place: Place
    facts: int
    old: int
    oldest: date | None


def kept(actor: Actor, *, on: date) -> list[Kept]:
    """Every place with a page, those with old facts first, then those with none."""
    if not actor.may(KEEP):
        return []
    told = {one["place"]: one for one in _counts(on)}
    places = Place.objects.filter(kind__in=(Kind.PRISON, *ABOVE), closed_on=None).order_by("name", "pk")
    rows = [
        Kept(one, said["facts"], said["old"], said["oldest"]) if (said := told.get(one.pk)) else Kept(one, 0, 0, None)
        for one in places
    ]
    return sorted(rows, key=lambda one: (-one.old, one.facts, one.place.kind != Kind.PRISON, one.place.shown))


def old_at(actor: Actor, *, on: date, limit: int) -> list[Kept]:
    """The places with old facts, those checked longest ago first."""
    if not actor.may(KEEP):
        return []
    told = sorted((one for one in _counts(on) if one["old"]), key=lambda one: one["oldest"])[:limit]
    places = Place.objects.in_bulk([one["place"] for one in told])
    return [Kept(places[one["place"]], one["facts"], one["old"], one["oldest"]) for one in told]


def _counts(on: date) -> Iterator[dict[str, Any]]:
    before = on - timedelta(days=settings.FACT_DAYS)
    rows = HelpFact.objects.order_by().values("place").annotate(
        facts=Count("pk"), old=Count("pk", filter=Q(checked_on__lt=before)), oldest=Min("checked_on")
    )  # fmt: skip
    yield from (dict(row) for row in rows)


def history_of(place: Place, topic: str) -> QuerySet[HelpFactBefore]:
    """What a fact said before, the latest first."""
    return HelpFactBefore.objects.filter(place=place, topic=topic)


def said_of(rows: Sequence[Row]) -> int:
    """How many topics of a page say something."""
    return sum(row.fact is not None for row in rows)
