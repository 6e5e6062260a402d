"""Who is qualified today, and examinations as the team of their incident sees them."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.db.models import Prefetch, QuerySet

from rihai.accounts.standing import holding_on
from rihai.kit.actor import Actor
from rihai.monitoring.examinations.fields import NEEDS
from rihai.monitoring.examinations.models import BodyMark, Examination, Protocol, Qualification
from rihai.monitoring.incidents.models import Incident
from rihai.monitoring.incidents.queries import own

QUALIFY = "monitoring.qualify"


def protocols_of(actor: Actor, *, on: date) -> list[Protocol]:
    """By what the actor may record an examination on a day."""
    held = Qualification.objects.filter(holding_on(on), account=actor.pk).values_list("skill", flat=True)
    skills = {"", *held}
    return [one for one in Protocol if NEEDS.get(one, "") in skills]


def qualifications_for(actor: Actor) -> QuerySet[Qualification]:
    """All that are confirmed, for whoever confirms them."""
    if not actor.may(QUALIFY):
        return Qualification.objects.none()
    return Qualification.objects.select_related("account", "confirmed_by").order_by("account__name", "skill", "pk")


def examinations_of(incident: Incident) -> list[Examination]:
    """The examinations of an incident, with their marks; for its team alone."""
    marks = Prefetch("marks", queryset=BodyMark.objects.order_by("number"))
    return list(incident.examinations.select_related("victim", "examiner").prefetch_related(marks))


def examination_seen(pk: UUID, *, actor: Actor) -> Examination | None:
    """One of an incident in whose team the actor is; None for any other."""
    mine = Incident.objects.filter(own(actor)).values("pk")
    rows = Examination.objects.filter(pk=pk, incident__in=mine).select_related("incident", "victim", "examiner")
    return rows.prefetch_related(Prefetch("marks", queryset=BodyMark.objects.order_by("number"))).first()
