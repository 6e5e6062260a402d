"""A complaint or request is written down; its clocks are those of its kind."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from rihai.accounts.operations.house import as_house
from rihai.accounts.standing import local_day
from rihai.kit.actor import Actor
from rihai.kit.audit import append
from rihai.monitoring.complaints.known import kinds
from rihai.monitoring.complaints.models import ByWhom, Complainant, Complaint
from rihai.monitoring.complaints.queries import COMPLAINTS, complaint_seen
from rihai.monitoring.errors import NoSuchComplaint, NothingSaid
from rihai.monitoring.numbered import save_numbered
from rihai.monitoring.reach import places_for
from rihai.people.queries.people import person_seen
from rihai.places.models import Place


@transaction.atomic
def write_complaint(
    *, said: Mapping[str, Any], person_id: UUID | None = None, actor: Actor, at: datetime
) -> Complaint:  # fmt: skip
    """Write it down. Who asks stands apart from what is asked. Raises NoSuchComplaint, NothingSaid, NotNow."""
    if not actor.may(COMPLAINTS):
        raise nothing()
    person = person_seen(person_id, actor=actor, at=at) if person_id else None
    if person_id and person is None:
        raise nothing()
    place = said.get("place") or (person.held_at if person else None)
    if not isinstance(place, Place) or not places_for(actor, COMPLAINTS).filter(pk=place.pk).exists():
        raise NothingSaid(_("Choose the prison; it is one where you work."))
    made = _complaint(said, place, actor, at)
    with as_house(at):
        save_numbered(made)
        Complainant.objects.create(
            complaint=made, person_id=person_id, made_for=person_id, made_by=actor.pk,
            is_confidential=made.is_confidential, name=str(said.get("name") or "").strip()[:160],
            safe_way=str(said.get("safe_way") or "").strip()[:300],
        )  # fmt: skip
    detail = {"place": place.pk, "kind": made.kind, "confidential": made.is_confidential}
    append("monitoring.complaint.written", actor=actor, at=at, subject=made.pk, kind="complaint", detail=detail)
    return made


def _complaint(said: Mapping[str, Any], place: Place, actor: Actor, at: datetime) -> Complaint:
    known, received = kinds().get(str(said.get("kind"))), said.get("received_on")
    says, to = str(said.get("says") or "").strip(), str(said.get("to_whom") or "").strip()
    if known is None or said.get("by") not in ByWhom.values or not says or not to:
        raise NothingSaid(_("Say who asks, what for, of which kind it is, and to whom it goes."))
    if not isinstance(received, date) or received > local_day(at):
        raise NothingSaid(_("Say on which day it came, today or before."))
    confidential = bool(said.get("is_confidential"))
    named = "" if confidential else str(said.get("named_as") or "").strip()
    return Complaint(
        place=place, kind=known.code, is_request=bool(said.get("is_request")), by=said["by"], named_as=named[:160],
        says=says[:2000], to_whom=to[:160], is_confidential=confidential, received_on=received,
        acknowledge_by=received + timedelta(days=known.acknowledge),
        due_on=received + timedelta(days=known.answer), owner_id=actor.pk, made_by=actor.pk,
        made_by_name=actor.name[:120], made_at=at,
    )  # fmt: skip


def complaint_to_work(pk: UUID, *, actor: Actor, at: datetime) -> Complaint:
    """A complaint, locked, for who sees it. Raises NoSuchComplaint."""
    if complaint_seen(pk, actor=actor, at=at) is None:
        raise nothing()
    return Complaint.objects.select_for_update(of=("self",)).get(pk=pk)


def nothing() -> NoSuchComplaint:
    """There is no such complaint, for this actor."""
    return NoSuchComplaint(_("There is no such complaint."))
