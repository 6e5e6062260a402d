"""Which cases an actor sees: those of persons of whom they see the case's own class, if a role of theirs reads such."""

from __future__ import annotations

from datetime import datetime
from typing import TypeVar
from uuid import UUID

from django.db.models import Model, Q, QuerySet

from rihai.accounts.acting import asked_at
from rihai.accounts.queries import sees
from rihai.casework.cases.capabilities import read_by
from rihai.casework.cases.models import AT_WORK, Case, CaseEvent, HandOver, Intake
from rihai.kit.actor import Actor

Row = TypeVar("Row", bound=Model)


def cases_for(actor: Actor, *, at: datetime | None = None) -> QuerySet[Case]:
    """The cases the actor sees; none for who has no role in casework."""
    return Case.objects.filter(_seen(actor, at))


def intakes_for(actor: Actor, *, at: datetime | None = None) -> QuerySet[Intake]:
    """What was asked of us, of persons the actor sees."""
    return Intake.objects.filter(_seen(actor, at))


def case_seen(case_id: UUID, *, actor: Actor, at: datetime | None = None) -> Case | None:
    """The case of that key; None for one the actor does not see, or that does not exist."""
    found = cases_for(actor, at=at).select_related("person__held_at", "worker", "place")
    return found.filter(pk=case_id).first()


def cases_of(person_id: UUID, *, actor: Actor, at: datetime | None = None) -> QuerySet[Case]:
    """The cases of a person that the actor sees, those at work first."""
    return cases_for(actor, at=at).filter(person=person_id).order_by("closed_on", "-opened_on", "-pk")


def open_cases_of(person_id: UUID, *, actor: Actor, at: datetime | None = None) -> list[Case]:
    """Those of them in which work goes on, for a form that asks to which one something belongs."""
    return list(cases_of(person_id, actor=actor, at=at).filter(state__in=AT_WORK))


def events_of(case: Case) -> QuerySet[CaseEvent]:
    """What happened to a case the actor sees, the newest first."""
    return CaseEvent.objects.filter(case=case)


def offers_to(actor: Actor) -> QuerySet[HandOver]:
    """The cases offered to the actor that wait for an answer: by code and programme, nothing of the person."""
    waiting = HandOver.objects.filter(to=actor.pk, state=HandOver.State.OFFERED)
    return waiting.select_related("offered_by", "place").order_by("offered_at", "pk")


def _seen(actor: Actor, at: datetime | None) -> Q:
    moment, found = at or asked_at(), Q(pk__in=())
    for one in read_by(actor):
        found |= Q(data_class=one) & sees(actor, one, at=moment)
    return found
