"""Which bodies an actor sees, and what follows from it: those whose place a posting of theirs covers."""

from __future__ import annotations

from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from rihai.accounts.queries.sight import standing
from rihai.accounts.roles import ROLES
from rihai.coordination.bodies.models import Body
from rihai.coordination.errors import NoSuchBody
from rihai.coordination.scope import READ, covered
from rihai.kit.actor import Actor
from rihai.places.models import Inside

KEEP, MEMBER = "coordination.keep", "coordination.member"


def bodies_for(actor: Actor, capability: str = READ) -> QuerySet[Body]:
    """The bodies with which the actor may do this, by name.

    Those of the places that a posting covers; to be read, also those that cover such a place: the committee of a
    district is no secret to who works in one of its prisons, and whom it names is decided person by person.
    """
    if not actor.may(capability):
        return Body.objects.none()
    mine = covered(actor, capability)
    if capability == READ and mine:
        mine |= Q(place__in=Inside.objects.filter(inner__in=_posted(actor)).values("outer_id"))
    return Body.objects.filter(mine).select_related("place")


def _posted(actor: Actor) -> frozenset[int]:
    posts = [post for post in standing(actor).posts if READ in ROLES[post.role].capabilities]
    return frozenset[int]().union(*(post.places for post in posts))


def of_bodies(actor: Actor, column: str = "body", capability: str = READ) -> Q:
    """The rows of those bodies; `column` leads from a row to its body."""
    return Q(**{f"{column}__in": bodies_for(actor, capability).values("pk")})


def body_for(pk: UUID, *, actor: Actor, capability: str = KEEP, lock: bool = False) -> Body:
    """One of them; `lock`: held until the act is done, so that two at once number nothing alike. Raises NoSuchBody."""
    rows = bodies_for(actor, capability).filter(pk=pk)
    found = (rows.select_for_update(of=("self",)) if lock else rows).first()
    if found is None:
        raise NoSuchBody(_("There is no such committee."))
    return found
