"""All that the page of one place shows, in a fixed number of queries."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from rihai.errors import NotFound
from rihai.places.kinds import AREAS, Kind
from rihai.places.models import Caseload, HeldPart, Inside, Permit, Place, PlaceContact
from rihai.places.occupancy import Sum, children, sums
from rihai.places.queries.figures import Figures, figures_of

NEARBY = 40  # courts and police stations of a district that a prison's page names at most
PARTS = 200  # places within one that its page names at most


@dataclass(frozen=True, slots=True)
class PlacePage:
    """One place with everything said of it. `above` from the country down; `nearby` stands in the same district."""

    place: Place
    above: list[Place]
    inside: list[Place]
    inside_count: int
    nearby: list[Place]
    figures: Figures
    sums: list[Sum]
    children: int | None
    permits: list[Permit]
    contacts: list[PlaceContact]
    caseloads: list[Caseload]

    @property
    def where(self) -> list[Place]:
        """District and province for the line under the title; the division where no district is known."""
        kinds = [one.kind for one in self.above]
        named = [Kind.PROVINCE, Kind.DISTRICT if Kind.DISTRICT in kinds else Kind.DIVISION]
        return [one for one in reversed(self.above) if one.kind in named]

    @property
    def district(self) -> Place | None:
        """The district it stands in, if it stands in one."""
        return next((place for place in self.above if place.kind == Kind.DISTRICT), None)


def place_for(place_id: int) -> Place:
    """One place; whoever is signed in sees every place. Raises NotFound."""
    found = Place.objects.select_related("within", "prison", "court__sort").filter(pk=place_id).first()
    if found is None:
        raise NotFound(_("There is no such place."))
    return found


def page_of(place: Place) -> PlacePage:
    """What the page of a place shows."""
    above = above_of(place)
    figures = figures_of([place.pk])[place.pk]
    parts = list(HeldPart.objects.filter(count=figures.held)) if figures.held else []
    inside = Place.objects.filter(within=place).order_by("closed_on", "kind", "name", "pk")
    return PlacePage(
        place=place,
        above=above,
        inside=list(inside[:PARTS]),
        inside_count=inside.count(),
        nearby=_nearby(place, above),
        figures=figures,
        sums=sums(figures.held, parts) if figures.held else [],
        children=children(parts),
        permits=permits_of(place),
        contacts=list(PlaceContact.objects.filter(place=place, ended_on=None)),
        caseloads=list(Caseload.objects.filter(place=place).order_by("-as_of", "-pk")[:20]),
    )


def above_of(place: Place) -> list[Place]:
    """What a place stands in, from the country down, itself left out."""
    order = list(Kind.values)
    outer = Place.objects.filter(inner_pairs__inner=place).exclude(pk=place.pk)
    return sorted(outer, key=lambda one: order.index(one.kind))


def permits_of(place: Place) -> list[Permit]:
    """Our leave to work there, the newest first."""
    found = Permit.objects.filter(place=place)
    return list(found.order_by("-asked_on", "-pk")[:50])


def places_within(place_ids: list[int]) -> dict[int, list[Place]]:
    """For several places, what each stands in, from the country down: one query."""
    order = list(Kind.values)
    found: dict[int, list[Place]] = {pk: [] for pk in place_ids}
    pairs = Inside.objects.filter(inner_id__in=place_ids, outer__kind__in=AREAS).select_related("outer")
    for pair in pairs:
        if pair.outer_id != pair.inner_id:
            found[pair.inner_id].append(pair.outer)
    return {pk: sorted(outer, key=lambda one: order.index(one.kind)) for pk, outer in found.items()}


def _nearby(place: Place, above: list[Place]) -> list[Place]:
    district = next((one for one in above if one.kind == Kind.DISTRICT), None)
    if district is None or place.kind in AREAS:
        return []
    kinds = [Kind.COURT, Kind.POLICE_STATION, Kind.LOCK_UP, Kind.SHELTER_HOME, Kind.PROBATION_OFFICE]
    found = Place.objects.filter(outer_pairs__outer=district, kind__in=kinds, closed_on=None, invented=place.invented)
    return list(found.exclude(pk=place.pk).order_by("kind", "name", "pk")[:NEARBY])
