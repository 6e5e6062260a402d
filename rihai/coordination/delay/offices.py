"""Officers and caseloads of probation and parole offices, each figure with its day and its source."""

from __future__ import annotations

from dataclasses import dataclass

from rihai.coordination.scope import inner
from rihai.places.kinds import Kind
from rihai.places.models import Caseload, Inside, Place

OFFICES = (Kind.PROBATION_OFFICE, Kind.PAROLE_OFFICE)


@dataclass(frozen=True, slots=True)
class Office:
    """An office with its newest figure; None: nobody has told one."""

    place: Place
    newest: Caseload | None

    @property
    def to_an_officer(self) -> int | None:
        """People to an officer, rounded; None where either is not known, or there is no officer."""
        held = self.newest
        return round(held.people / held.officers) if held and held.officers and held.people is not None else None


def offices_at(place_id: int | None) -> list[Office]:
    """The offices of the province of a place, or everywhere; by name. Three queries."""
    rows = Place.objects.filter(kind__in=OFFICES, closed_on=None).order_by("name", "pk")
    if place_id is not None:
        province = Inside.objects.filter(inner=place_id, outer__kind=Kind.PROVINCE).values_list("outer_id", flat=True)
        rows = rows.filter(pk__in=inner(province.first() or place_id))
    places = list(rows[:200])
    newest: dict[int, Caseload] = {}
    for one in Caseload.objects.filter(place__in=places).order_by("as_of", "pk"):
        if one.as_of is not None or one.place_id not in newest:
            newest[one.place_id] = one
    return [Office(place, newest.get(place.pk)) for place in places]
