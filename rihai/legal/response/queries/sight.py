"""The one filter of answers: seen by whoever sees the class of what is answered."""

from __future__ import annotations

from datetime import datetime

from django.db.models import QuerySet

from rihai.accounts.queries import sees
from rihai.kit.actor import Actor
from rihai.kit.classes import DataClass
from rihai.legal.response.models import ClockAct, Response, Step, StepNote, Telling
from rihai.screening.queries.sight import seen

RESPOND, SUPERVISE = "legal.respond", "legal.supervise"


def is_of_team(actor: Actor) -> bool:
    """Whether an actor works on answers; others learn only that somebody does."""
    return actor.may(RESPOND) or actor.may(SUPERVISE)


def responses_for(actor: Actor, *, at: datetime | None = None) -> QuerySet[Response]:
    """The answers the actor sees."""
    return Response.objects.filter(seen(actor, at=at))


def steps_for(actor: Actor, *, at: datetime | None = None) -> QuerySet[Step]:
    """The steps the actor sees."""
    return Step.objects.filter(seen(actor, at=at))


def notes_for(actor: Actor, *, at: datetime | None = None) -> QuerySet[StepNote]:
    """The notes of steps, legal matter."""
    return StepNote.objects.filter(sees(actor, DataClass.LEGAL, at=at))


def tellings_for(actor: Actor, *, at: datetime | None = None) -> QuerySet[Telling]:
    """What is to be told to the people the actor sees."""
    return Telling.objects.filter(seen(actor, at=at))


def clock_acts_for(actor: Actor, *, at: datetime | None = None) -> QuerySet[ClockAct]:
    """What was done because a clock had run out."""
    return ClockAct.objects.filter(seen(actor, at=at))
