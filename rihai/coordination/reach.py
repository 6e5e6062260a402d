"""Which bodies an actor sees, and what follows from it: those whose place a posting of theirs covers."""

from __future__ import annotations

from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from rihai.coordination.bodies.models import Body
from rihai.coordination.errors import NoSuchBody
from rihai.coordination.scope import READ, covered
from rihai.kit.actor import Actor

KEEP, MEMBER = "coordination.keep", "coordination.member"


def bodies_for(actor: Actor, capability: str = READ) -> QuerySet[Body]:
    """The bodies with which the actor may do this, by name."""
    if not actor.may(capability):
        return Body.objects.none()
    return Body.objects.filter(covered(actor, capability)).select_related("place")


def of_bodies(actor: Actor, column: str = "body", capability: str = READ) -> Q:
    """The rows of those bodies; `column` leads from a row to its body."""
    return Q(**{f"{column}__in": bodies_for(actor, capability).values("pk")})


def body_for(pk: UUID, *, actor: Actor, capability: str = KEEP) -> Body:
    """One of them. Raises NoSuchBody."""
    found = bodies_for(actor, capability).filter(pk=pk).first()
    if found is None:
        raise NoSuchBody(_("There is no such committee."))
    return found
