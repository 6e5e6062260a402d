"""Which complaints an actor sees: who follows them; the prison's own, what is not confidential."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from rihai.accounts.queries import sees
from rihai.kit.actor import Actor
from rihai.kit.classes import DataClass
from rihai.monitoring.complaints.models import Complainant, Complaint
from rihai.monitoring.reach import ANSWER, INSPECT, covered

COMPLAINTS = "monitoring.complaints"


def complaints_for(actor: Actor, *, at: datetime | None = None) -> QuerySet[Complaint]:
    """Complaints, the newest first. A confidential one is seen by who wrote it down and by who inspects there."""
    found = Q(pk__in=())
    if actor.may(COMPLAINTS):
        hidden = Q() if actor.may(INSPECT) else Q(is_confidential=False) | Q(made_by=actor.pk)
        found |= covered(actor, COMPLAINTS, at=at) & hidden
    if actor.may(ANSWER):
        found |= covered(actor, ANSWER, at=at) & Q(is_confidential=False)
    return Complaint.objects.filter(found).select_related("place")


def complaint_seen(pk: UUID, *, actor: Actor, at: datetime | None = None) -> Complaint | None:
    """One complaint; None for one the actor does not see."""
    return complaints_for(actor, at=at).filter(pk=pk).first()


def may_follow(actor: Actor) -> bool:
    """Whether somebody who sees a complaint follows it for who asks; the prison's own only answer."""
    return actor.may(COMPLAINTS)


def who_asks(complaints: Iterable[Complaint], *, actor: Actor) -> dict[UUID, Complainant]:
    """By complaint: who asks, where the actor sees that person or wrote it down; never for the prison's own."""
    if not actor.may(COMPLAINTS):
        return {}
    mine = Q(person=None) & (Q(made_by=actor.pk) | Q(is_confidential=False))
    if actor.may(INSPECT):
        mine |= Q(person=None)
    ids = [one.pk for one in complaints]
    rows = Complainant.objects.filter(mine | sees(actor, DataClass.PERSONAL), complaint__in=ids)
    return {one.complaint_id: one for one in rows.select_related("person")}


def unanswered(actor: Actor) -> QuerySet[Complaint]:
    """Complaints without an answer, those whose day comes first."""
    return complaints_for(actor).filter(done_on=None).order_by("due_on", "number")


def overdue(actor: Actor, on: date) -> QuerySet[Complaint]:
    """Those whose day has passed."""
    return unanswered(actor).filter(due_on__lt=on)


def of_person(person_id: UUID, *, actor: Actor) -> QuerySet[Complaint]:
    """The complaints of a person whom the actor sees."""
    asked = Complainant.objects.filter(sees(actor, DataClass.PERSONAL), person=person_id)
    return complaints_for(actor).filter(pk__in=asked.values("complaint_id"))
