"""Where somebody plans: the places that a posting with the capability covers; rows of those places and no others."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Q, QuerySet

from rihai.accounts.models import SYSTEM_ID
from rihai.accounts.queries.sight import standing
from rihai.accounts.roles import ROLES
from rihai.accounts.walls import HOUSE, may
from rihai.kit.actor import Actor
from rihai.kit.wall import Wall
from rihai.places.kinds import Kind
from rihai.places.models import Inside, Place

READ, PLAN, SIGN = "coordination.read", "coordination.plan", "coordination.sign"
AREAS = (Kind.COUNTRY, Kind.PROVINCE, Kind.DIVISION, Kind.DISTRICT, Kind.PRISON)
"""Places that can be looked at as a whole, the widest first."""


def covered(actor: Actor, capability: str, column: str = "place") -> Q:
    """Rows whose place a posting covers that gives the capability; those without a place for the whole office.

    The house, which counts for projects and names nobody, is everywhere.
    """
    if actor.pk == SYSTEM_ID:
        return Q()
    posts = [post for post in standing(actor).posts if capability in ROLES[post.role].capabilities]
    if any(post.everywhere for post in posts):
        return Q()
    places = frozenset[int]().union(*(post.places for post in posts))
    return Q(**{f"{column}__in": Inside.objects.filter(outer__in=places).values("inner_id")}) if places else Q(pk=None)


def places_for(actor: Actor, capability: str, kinds: Iterable[str] = AREAS) -> QuerySet[Place]:
    """The open places of these kinds that the actor's posting covers, by name."""
    found = Place.objects.filter(covered(actor, capability, "pk"), kind__in=list(kinds), closed_on=None)
    return found.order_by("name", "pk")


def is_everywhere(actor: Actor, capability: str) -> bool:
    """Whether a posting with the capability covers the whole office."""
    posts = standing(actor).posts
    return any(post.everywhere for post in posts if capability in ROLES[post.role].capabilities)


def inner(place_id: int) -> QuerySet[Inside, int]:
    """The ids of a place and all that stands in it."""
    return Inside.objects.filter(outer=place_id).values_list("inner_id", flat=True)


def wall(table: str, *, by_house: bool = False) -> Wall:
    """PostgreSQL's second wall around a table that names nobody: read by who reads here, written by who plans or signs.

    Of which places is decided by `covered`. `by_house`: written by the house alone.
    """
    reads = f"{HOUSE} OR {may(READ)}"
    return Wall(
        f"coordination_{table}", sees=reads, writes=HOUSE if by_house else f"{HOUSE} OR {may(PLAN)} OR {may(SIGN)}"
    )


PLANNED = (
    "actionplan", "activity", "activitystep", "briefing", "briefinganswer", "briefingline", "briefinglink",
    "briefingsending", "challenge", "challengecriteria", "challengeevidence", "challengereview", "target",
    "targetrevision",
)  # fmt: skip


def walls_of_plans() -> list[Wall]:
    """The walls of briefings, targets, plans and challenges; what a list counted is written by the house."""
    return [*(wall(table) for table in PLANNED), wall("censuscount", by_house=True)]
