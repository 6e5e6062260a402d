"""Consent for each purpose apart; taken back, nothing that rests on it goes any further, from that moment."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from rihai.accounts.standing import local_day
from rihai.kit.actor import Actor
from rihai.monitoring.incidents.models import IncidentConsent, Outcome, Purpose, Way
from rihai.monitoring.incidents.operations.errors import NoSuchIncident, NotSo
from rihai.monitoring.incidents.operations.reach import incident_for, note


@transaction.atomic
def record_consent(
    *, incident_id: UUID, said: Mapping[str, Any], actor: Actor, at: datetime
) -> IncidentConsent:  # fmt: skip
    """A yes or a no, for one purpose, and for sharing to one receiver; the newest word on the same counts: what
    rested on an earlier yes rests on the new one, or is stopped by a no.

    `said` has victim, purpose, receiver, is_given, way, words. Raises NoSuchIncident, NotSo.
    """
    one = incident_for(incident_id, actor=actor)
    victim = one.victims.filter(pk__in=[said.get("victim")]).first()
    purpose, receiver = said.get("purpose"), str(said.get("receiver") or "").strip()
    if victim is None or purpose not in Purpose.values or said.get("way") not in Way.values:
        raise NotSo(_("Say whose consent it is, for what, and how it was said."))
    if purpose == Purpose.SHARE and not receiver:
        raise NotSo(_("Say with whom it may be shared: each receiver is asked about apart."))
    made = IncidentConsent.objects.create(
        incident=one, victim=victim, purpose=purpose, receiver=receiver or None, is_given=bool(said.get("is_given")),
        way=said["way"], words=str(said.get("words") or "").strip() or None, given_on=local_day(at),
        written_by_name=actor.name[:120], written_at=at,
    )  # fmt: skip
    for before in one.consents.filter(victim=victim, purpose=purpose, withdrawn_on=None).exclude(pk=made.pk):
        if (before.receiver or "") == receiver:
            if made.is_given:
                before.steps.filter(state=Outcome.PLANNED).update(consent=made)
            _end(before, at)
    note(one, "consent_recorded", actor=actor, at=at)
    return made


@transaction.atomic
def withdraw_consent(*, consent_id: UUID, actor: Actor, at: datetime) -> IncidentConsent:
    """They take it back: what rests on it and has not gone is stopped. Raises NoSuchIncident, NotSo."""
    found = IncidentConsent.objects.filter(pk=consent_id).first()
    if found is None:
        raise NoSuchIncident(_("There is no such incident."))
    one = incident_for(found.incident_id, actor=actor, live=False)
    if not found.holds:
        raise NotSo(_("This consent does not hold any more."))
    _end(found, at)
    note(one, "consent_withdrawn", actor=actor, at=at)
    return found


def _end(consent: IncidentConsent, at: datetime) -> None:
    day = local_day(at)
    consent.withdrawn_on = day
    consent.save(update_fields=["withdrawn_on"])
    waiting = consent.steps.filter(state=Outcome.PLANNED)
    waiting.update(state=Outcome.STOPPED, done_on=day)
