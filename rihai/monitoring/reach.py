"""Which inspections an actor sees: inspectors where they are posted or go, authorities what was sent to them.

- Who inspects sees every inspection at the places their posting covers, and those in whose team they are; but of a
  prison's assessment of itself nothing until it is final, so that it colours no judgement.
- Who reads sees what is final at the places their posting covers.
- Who answers for an authority sees, at its places, drafts that were sent and what is final, and its own assessments.
"""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from rihai.accounts.queries.sight import standing
from rihai.accounts.roles import ROLES, SYSTEM
from rihai.kit.actor import Actor
from rihai.monitoring.inspections.models import Inspection, Kind, State, TeamMember
from rihai.places.kinds import HOLDING
from rihai.places.kinds import Kind as PlaceKind
from rihai.places.models import Inside, Place

READ, INSPECT, ANSWER = "monitoring.read", "monitoring.inspect", "monitoring.answer"
TO_BE_SEEN = (*(one for one in HOLDING if one != PlaceKind.PRISON_UNIT), PlaceKind.SHELTER_HOME)
"""What can be inspected: prisons, lock-ups, shelter homes."""


def covered(actor: Actor, capability: str, column: str = "place", *, at: datetime | None = None) -> Q:
    """Rows whose place a posting covers that gives the capability; the house, which counts for results, covers all."""
    posts = [
        post for post in standing(actor, at).posts if post.role == SYSTEM or capability in ROLES[post.role].capabilities
    ]
    if any(post.everywhere for post in posts):
        return Q(**{f"{column}__isnull": False})
    places = frozenset[int]().union(*(post.places for post in posts))
    if not places:
        return Q(pk__in=())
    return Q(**{f"{column}__in": Inside.objects.filter(outer__in=places).values("inner_id")})


def places_for(actor: Actor, capability: str) -> QuerySet[Place]:
    """The open places that can be inspected and that the actor's posting covers, by name."""
    found = Place.objects.filter(covered(actor, capability, "pk"), kind__in=TO_BE_SEEN, closed_on=None)
    return found.order_by("name", "pk")


def seen(actor: Actor, prefix: str = "") -> Q:
    """The inspections that the actor sees; `prefix` leads to them from another table (`inspection__`)."""
    name = prefix.removesuffix("__")
    return Q(**{f"{name}__in" if name else "pk__in": _seen(actor).values("pk")})


def inspections_for(actor: Actor) -> QuerySet[Inspection]:
    """Every inspection the actor sees, the newest first."""
    return _seen(actor).select_related("place", "mandate").order_by("-planned_on", "-number")


def _seen(actor: Actor) -> QuerySet[Inspection]:
    final = Q(state=State.FINAL)
    found = Q(pk__in=())
    if actor.may(INSPECT):
        mine = TeamMember.objects.filter(account=actor.pk).values("inspection_id")
        at_work = Q(kind=Kind.INSPECTION) & (covered(actor, INSPECT) | Q(pk__in=mine))
        found |= at_work | (Q(kind=Kind.SELF) & final & covered(actor, INSPECT))
    if actor.may(READ):
        found |= final & covered(actor, READ)
    if actor.may(ANSWER):
        sent = Q(kind=Kind.INSPECTION, state__in=[State.SENT, State.FINAL])
        found |= (sent | Q(kind=Kind.SELF)) & covered(actor, ANSWER)
    return Inspection.objects.filter(found)


def inspection_seen(pk: UUID, *, actor: Actor) -> Inspection | None:
    """One inspection; None for one the actor does not see."""
    return inspections_for(actor).filter(pk=pk).first()


def may_work(actor: Actor, inspection: Inspection) -> bool:
    """Whether the actor may change an inspection they see: inspectors, and for its own assessment the authority."""
    return actor.may(ANSWER if inspection.is_self else INSPECT)
