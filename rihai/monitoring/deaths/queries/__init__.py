"""Which deaths an actor sees: those of prisons where they inspect; who died, within need-to-know."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from rihai.accounts.queries import sees
from rihai.kit.actor import Actor
from rihai.kit.classes import DataClass
from rihai.monitoring.deaths.models import Death, DeathStep, Deceased, StepState
from rihai.monitoring.reach import INSPECT, covered


def deaths_for(actor: Actor, *, at: datetime | None = None) -> QuerySet[Death]:
    """The files the actor works on, the newest first."""
    rows = Death.objects.filter(covered(actor, INSPECT, at=at) if actor.may(INSPECT) else Q(pk__in=()))
    return rows.select_related("place", "owner")


def death_seen(pk: UUID, *, actor: Actor, at: datetime | None = None) -> Death | None:
    """One file; None for one the actor does not see."""
    return deaths_for(actor, at=at).filter(pk=pk).first()


def deceased_of(deaths: Iterable[Death], *, actor: Actor) -> dict[UUID, Deceased]:
    """By file: who died, where the actor sees that person or they are not in the record."""
    rows = Deceased.objects.filter(Q(person=None) | sees(actor, DataClass.PERSONAL), death__in=[d.pk for d in deaths])
    return {one.death_id: one for one in rows.select_related("person")}


def open_steps(actor: Actor, until: datetime) -> QuerySet[DeathStep]:
    """Steps that are due by a moment, of open files, the most pressing first."""
    mine = deaths_for(actor).filter(closed_at=None).select_related(None).order_by()
    rows = DeathStep.objects.filter(death__in=mine.values("pk"), state=StepState.WAITING, due_at__lte=until)
    return rows.select_related("death__place").order_by("due_at", "pk")


def to_review(actor: Actor, on: date) -> QuerySet[Death]:
    """Open files whose cause nobody has settled, to be looked at by now."""
    return deaths_for(actor).filter(closed_at=None, is_settled=False, review_on__lte=on).order_by("review_on", "pk")
