"""A threshold is set with its reason; an alert is acknowledged, seen to, and closed with why it is over."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from rihai.accounts.operations.house import as_house
from rihai.accounts.standing import local_day
from rihai.kit.actor import Actor
from rihai.kit.audit import append
from rihai.monitoring.disease.known import diseases
from rihai.monitoring.disease.models import Alert, AlertState, AlertStep, Threshold
from rihai.monitoring.disease.operations.cases import nothing
from rihai.monitoring.disease.queries import DISEASE, alert_seen, may_act
from rihai.monitoring.errors import NothingSaid, NotNow
from rihai.monitoring.reach import places_for
from rihai.places.models import Place


@transaction.atomic
def set_threshold(*, place: Place, disease: str, said: Mapping[str, Any], actor: Actor, at: datetime) -> Threshold:
    """The threshold of one prison and disease from now on. Raises NoSuchCase, NothingSaid."""
    if not actor.may(DISEASE) or not places_for(actor, DISEASE).filter(pk=place.pk).exists():
        raise nothing()
    why, cases, rate = str(said.get("why") or "").strip(), said.get("cases"), said.get("per_thousand")
    if disease not in diseases() or not why or not said.get("days") or (cases is None and rate is None):
        raise NothingSaid(_("Say how many cases or how many per thousand, within how many days, and why."))
    made = Threshold.objects.create(
        place=place, disease=disease, cases=cases, per_thousand=rate, days=said["days"], why=why[:400],
        by_name=actor.name[:120], at=at,
    )  # fmt: skip
    detail = {"place": place.pk, "disease": disease, "cases": cases, "days": made.days}
    append("monitoring.threshold.set", actor=actor, at=at, subject=made.pk, kind="threshold", detail=detail)
    return made


@transaction.atomic
def acknowledge(*, alert_id: UUID, actor: Actor, at: datetime) -> Alert:
    """Somebody sees to it. Raises NoSuchCase, NotNow where somebody does already."""
    alert = _alert(alert_id, actor, at)
    if alert.state != AlertState.RAISED:
        raise NotNow(_("Somebody sees to it already."))
    alert.state, alert.acknowledged_at = AlertState.ACKNOWLEDGED, at
    alert.acknowledged_by_name = actor.name[:120]
    with as_house(at):
        alert.save()
    append("monitoring.alert.acknowledged", actor=actor, at=at, subject=alert.pk, kind="alert")
    return alert


@transaction.atomic
def write_done(*, alert_id: UUID, says: str, actor: Actor, at: datetime) -> AlertStep:
    """What was done. Raises NoSuchCase, NotNow for one that is closed, NothingSaid."""
    alert = _alert(alert_id, actor, at)
    if not says.strip():
        raise NothingSaid(_("Write what was done."))
    made = AlertStep.objects.create(alert=alert, says=says.strip()[:1000], by_name=actor.name[:120], at=at)
    append("monitoring.alert.seen_to", actor=actor, at=at, subject=alert.pk, kind="alert")
    return made


@transaction.atomic
def close_alert(*, alert_id: UUID, on: date, why: str, actor: Actor, at: datetime) -> Alert:
    """It is over: cases up to that day count no more. Raises NoSuchCase, NotNow, NothingSaid."""
    alert = _alert(alert_id, actor, at)
    if alert.state == AlertState.RAISED:
        raise NotNow(_("Acknowledge it first, and write what was done."))
    if not why.strip() or on > local_day(at) or on < local_day(alert.raised_at):
        raise NothingSaid(_("Say since which day it is over, not before it was raised, and what shows it."))
    alert.state, alert.closed_on, alert.closed_why = AlertState.CLOSED, on, why.strip()[:600]
    alert.closed_by_name = actor.name[:120]
    with as_house(at):
        alert.save()
    append("monitoring.alert.closed", actor=actor, at=at, subject=alert.pk, kind="alert")
    return alert


def _alert(pk: UUID, actor: Actor, at: datetime) -> Alert:
    """An alert that stands, locked, for who sees to alerts."""
    if not may_act(actor) or alert_seen(pk, actor=actor, at=at) is None:
        raise nothing()
    alert = Alert.objects.select_for_update(of=("self",)).get(pk=pk)
    if alert.state == AlertState.CLOSED:
        raise NotNow(_("The alert is closed."))
    return alert
