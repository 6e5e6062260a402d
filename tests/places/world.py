"""Actors and a small tree of places for the tests of the room."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from uuid import UUID

from rihai.places import closure
from rihai.places.kinds import Kind
from rihai.places.models import Inside, Place
from rihai.places.naming import folded

AT = datetime(2026, 11, 26, 9, 0, tzinfo=UTC)
TODAY = date(2026, 11, 26)
NINE = UUID(int=9)


@dataclass(frozen=True)
class Somebody:
    """An actor with the capabilities named."""

    pk: UUID = NINE
    name: str = "Adeel Misali"
    capabilities: frozenset[str] = field(default_factory=frozenset)

    def may(self, capability: str) -> bool:
        return capability in self.capabilities


READER = Somebody(pk=UUID(int=8))
KEEPER = Somebody(capabilities=frozenset({"places.edit", "places.permits"}))


def make(kind: Kind, name: str, within: Place | None = None) -> Place:
    """A place kept without an act, with its pairs."""
    place = Place.objects.create(kind=kind, name=name, within=within, sought=folded(name))
    closure.add([place.pk])
    return place


def make_district(name: str = "Naya Bagh") -> Place:
    """A district with all that it stands in."""
    country = Place.objects.filter(kind=Kind.COUNTRY).first() or make(Kind.COUNTRY, "Pakistan")
    province = Place.objects.filter(kind=Kind.PROVINCE).first() or make(Kind.PROVINCE, "Punjab", country)
    return make(Kind.DISTRICT, name, make(Kind.DIVISION, name, province))


def is_true() -> bool:
    """Whether the table of what stands in what agrees with the tree worked out anew."""
    return set(Inside.objects.values_list("outer_id", "inner_id")) == closure.expected()
