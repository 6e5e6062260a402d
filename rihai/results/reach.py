"""Which projects an actor sees: those at a place their posting covers; every one with a posting in the whole office."""

from __future__ import annotations

from uuid import UUID

from django.db.models import Q, QuerySet

from rihai.accounts.queries.sight import standing
from rihai.accounts.roles import ROLES
from rihai.kit.actor import Actor
from rihai.places.models import Inside
from rihai.results.errors import NoSuchProject
from rihai.results.models import Indicator, Project

READ, KEEP, SIGN = "results.read", "results.keep", "results.sign"


def _covered(actor: Actor, capability: str) -> Q:
    posts = [post for post in standing(actor).posts if capability in ROLES[post.role].capabilities]
    if any(post.everywhere for post in posts):
        return Q()
    places = frozenset[int]().union(*(post.places for post in posts))
    inner = Inside.objects.filter(outer__in=places).values("inner_id")
    return Q(pk__in=Project.places.through.objects.filter(place__in=inner).values("project_id"))


def projects_for(actor: Actor, capability: str = READ) -> QuerySet[Project]:
    """The projects in which the actor may do this, the newest first."""
    if not actor.may(capability):
        return Project.objects.none()
    return Project.objects.filter(_covered(actor, capability))


def project_for(pk: UUID, *, actor: Actor, capability: str = READ) -> Project:
    """One of them. Raises NoSuchProject."""
    found = projects_for(actor, capability).filter(pk=pk).first()
    if found is None:
        raise NoSuchProject(str(pk))
    return found


def indicator_for(pk: UUID, *, actor: Actor, capability: str = READ) -> Indicator:
    """An indicator of one of them. Raises NoSuchProject."""
    mine = projects_for(actor, capability).values("pk")
    found = Indicator.objects.select_related("project", "part_of").filter(pk=pk, project__in=mine).first()
    if found is None:
        raise NoSuchProject(str(pk))
    return found
