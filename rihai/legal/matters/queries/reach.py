"""Which matters an actor sees: those in whose team they are, if a role of theirs has legal matter at all."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from rihai.accounts.acting import asked_at
from rihai.accounts.models import SYSTEM_ID
from rihai.accounts.operations.house import as_house
from rihai.accounts.queries import standing
from rihai.kit.actor import Actor
from rihai.kit.classes import DataClass
from rihai.legal.matters.models import Matter, Party, Side, State, TeamMember


def memberships(actor: Actor, at: datetime) -> QuerySet[TeamMember]:
    """The actor's places in teams that hold at a moment."""
    if DataClass.LEGAL not in standing(actor, at).classes:
        return TeamMember.objects.none()
    return TeamMember.objects.filter(holding(at), account=actor.pk)


def holding(at: datetime) -> Q:
    """Rows of teams that hold at a moment."""
    return Q(started_at__lte=at) & (Q(ended_at__isnull=True) | Q(ended_at__gt=at))


def matters_for(actor: Actor, *, at: datetime | None = None) -> QuerySet[Matter]:
    """The matters the actor sees, one row each."""
    return Matter.objects.filter(pk__in=memberships(actor, at or asked_at()).values("matter_id"))


def matters_counted(actor: Actor) -> QuerySet[Matter]:
    """What a figure of matters is counted from: the actor's own, for the house all, since its count names nobody."""
    return Matter.objects.all() if actor.pk == SYSTEM_ID else matters_for(actor)


def matter_seen(matter_id: UUID, *, actor: Actor, at: datetime | None = None) -> Matter | None:
    """The matter of that key; None for one the actor is not in the team of, or that does not exist."""
    return matters_for(actor, at=at).select_related("court").filter(pk=matter_id).first()


def open_matters_of(person_id: UUID, *, actor: Actor, at: datetime | None = None) -> list[Matter]:
    """The open matters of the actor's in which a person is a client now, the newest first."""
    clients = Party.objects.filter(person=person_id, side=Side.CLIENT, ended_at=None)
    found = matters_for(actor, at=at).filter(state=State.OPEN, pk__in=clients.values("matter_id"))
    return list(found.order_by("-made_at", "-id"))


def is_lead(matter: Matter, *, actor: Actor, at: datetime | None = None) -> bool:
    """Whether the actor leads the team."""
    return memberships(actor, at or asked_at()).filter(matter=matter, role="lead").exists()


def is_represented(person_id: UUID) -> bool:
    """Whether we act for a person now: all that is told to whoever sees them and is not of the team.

    The house is asked, because the answer lies in rows the asker may not see; nothing else of them leaves here.
    """
    with as_house():
        return Party.objects.filter(
            person=person_id, side=Side.CLIENT, ended_at=None, matter__state=State.OPEN
        ).exists()


def represented(person_ids: list[UUID]) -> frozenset[UUID]:
    """Those of these persons for whom we act now; asked of a whole page of people at once."""
    with as_house():
        found = Party.objects.filter(
            person__in=person_ids, side=Side.CLIENT, ended_at=None, matter__state=State.OPEN
        ).values_list("person_id", flat=True)
        return frozenset(one for one in found if one is not None)
