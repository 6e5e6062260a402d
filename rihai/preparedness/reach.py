"""Where somebody prepares: the places that a posting with the capability covers; and what lies around them."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from rihai.accounts.access import Post
from rihai.accounts.queries.sight import standing
from rihai.accounts.roles import ROLES, SYSTEM
from rihai.kit.actor import Actor
from rihai.places.kinds import Kind
from rihai.places.models import Inside, Place

ANY = Q(pk__isnull=False)
READ, KEEP, APPROVE, ACT = "preparedness.read", "preparedness.keep", "preparedness.approve", "preparedness.act"


AREAS = (Kind.COUNTRY, Kind.PROVINCE, Kind.DIVISION, Kind.DISTRICT, Kind.PRISON)
"""Places for which something can hold as a whole."""


def _posts(actor: Actor, capability: str) -> list[Post]:
    return [one for one in standing(actor).posts if one.role == SYSTEM or capability in ROLES[one.role].capabilities]


def _places(actor: Actor, capability: str) -> frozenset[int]:
    return frozenset[int]().union(*(post.places for post in _posts(actor, capability)))


def is_everywhere(actor: Actor, capability: str) -> bool:
    """Whether a posting with the capability covers the whole office; the house is everywhere."""
    return any(post.everywhere for post in _posts(actor, capability))


def covered(actor: Actor, capability: str, column: str = "place") -> Q:
    """Rows whose place a posting covers that gives the capability; rows without a place for the whole office alone.

    Everything is said as a condition that holds for every row: an empty Q would vanish where it is joined by "or".
    """
    if is_everywhere(actor, capability):
        return ANY
    places = _places(actor, capability)
    return Q(**{f"{column}__in": Inside.objects.filter(outer__in=places).values("inner_id")}) if places else Q(pk=None)


def around(actor: Actor, capability: str, column: str = "place") -> Q:
    """Rows of the places that are covered, of those they lie in, and of no place: what holds there holds here too."""
    if is_everywhere(actor, capability):
        return ANY
    places = _places(actor, capability)
    if not places:
        return Q(pk=None)
    above = Q(**{f"{column}__in": Inside.objects.filter(inner__in=places).values("outer_id")})
    return covered(actor, capability, column) | above | Q(**{f"{column}__isnull": True})


def places_for(actor: Actor, capability: str, *kinds: str) -> QuerySet[Place]:
    """The open places of these kinds, prisons when none is named, that the actor's posting covers, by name."""
    found = Place.objects.filter(covered(actor, capability, "pk"), kind__in=kinds or (Kind.PRISON,), closed_on=None)
    return found.order_by("name", "pk")


def prisons_in(place_id: int | None) -> QuerySet[Place]:
    """The open prisons in a place, itself among them where it is one; all of them where no place is named."""
    found = Place.objects.filter(kind=Kind.PRISON, closed_on=None).order_by("name", "pk")
    if place_id is None:
        return found
    return found.filter(pk__in=Inside.objects.filter(outer=place_id).values("inner_id"))
