"""Which incidents have been kept their time: for their team, and, of those that are not sealed, for the desk."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.db.models import QuerySet
from django.utils.timezone import localdate

from rihai.accounts.operations.house import as_house
from rihai.kit.actor import Actor
from rihai.kit.offers import Retained
from rihai.monitoring.evidence.models import CustodyLine, EvidenceItem
from rihai.monitoring.incidents.models import Erasure, Incident, State
from rihai.monitoring.incidents.queries import own

DESK = "desk.keep"


def _over(on: date) -> QuerySet[Incident]:
    rows = Incident.objects.filter(state=State.CLOSED, keep_until__lte=on)
    return rows.order_by("keep_until", "pk")


def to_look_at(actor: Actor, on: date) -> QuerySet[Incident]:
    """Those of the actor's own team, sealed ones too."""
    return _over(on).filter(own(actor))


def to_erase(actor: Actor) -> QuerySet[Incident]:
    """Those of the actor's own team that another asked to erase: they wait for a second person."""
    asked = Incident.objects.filter(own(actor), erasure__agreed_at=None, erasure__isnull=False)
    return asked.exclude(erasure__asked_by=actor.pk).select_related("erasure").order_by("erasure__asked_at", "pk")


def erasure_of(incident: Incident) -> Erasure | None:
    """The decision to erase it, asked or done; None where nobody asked. For its team alone."""
    return Erasure.objects.filter(incident=incident).select_related("asked_by", "agreed_by").first()


def chains_of(incident: Incident) -> list[tuple[EvidenceItem, list[CustodyLine]]]:
    """What stays of the evidence of an erased incident: each item with the lines of its log, without their words."""
    return [(one, list(one.custody.all())) for one in incident.evidence.prefetch_related("custody")]


def for_the_desk(actor: Actor, on: date) -> Sequence[Retained]:
    """By code and day alone, for who keeps the desk of data protection; of what is sealed nothing."""
    if not actor.may(DESK):
        return []
    with as_house():
        rows = list(_over(on).filter(is_sealed=False))
    return [
        Retained(code=one.code, ended_on=localdate(one.closed_at), due_on=one.keep_until)
        for one in rows
        if one.closed_at and one.keep_until
    ]
