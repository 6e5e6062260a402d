"""A figure of a prison is written by hand with its source, and taken back with why; never changed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from rihai.accounts.standing import local_day
from rihai.kit.actor import Actor
from rihai.kit.audit import append
from rihai.monitoring.conditions.known import series
from rihai.monitoring.conditions.models import ConditionPoint
from rihai.monitoring.conditions.queries import point_seen
from rihai.monitoring.errors import NoSuchPoint, NothingSaid, NotNow
from rihai.monitoring.reach import INSPECT, places_for
from rihai.places.models import Place


@transaction.atomic
def write_point(*, place: Place, said: Mapping[str, Any], actor: Actor, at: datetime) -> ConditionPoint:
    """A figure on a day, with its source. Raises NoSuchPoint where the actor does not inspect, NothingSaid."""
    if not places_for(actor, INSPECT).filter(pk=place.pk).exists():
        raise NoSuchPoint(_("There is no such figure."))
    on, source = said.get("on"), str(said.get("source") or "").strip()
    if said.get("series") not in series() or said.get("value") is None or not source:
        raise NothingSaid(_("Say what was measured, the figure, and who says so."))
    if not isinstance(on, date) or on > local_day(at):
        raise NothingSaid(_("Say of which day it is, today or before."))
    made = ConditionPoint.objects.create(
        place=place, series=said["series"], on=on, value=said["value"], source=source[:300],
        method=str(said.get("method") or "").strip()[:200], by_name=actor.name[:120], at=at,
    )  # fmt: skip
    detail = {"place": place.pk, "series": made.series, "on": on}
    append("monitoring.condition.written", actor=actor, at=at, subject=made.pk, kind="condition", detail=detail)
    return made


@transaction.atomic
def take_back_point(*, point_id: UUID, why: str, actor: Actor, at: datetime) -> ConditionPoint:
    """It was wrong: it stands there no more, and is kept. Raises NoSuchPoint, NotNow, NothingSaid."""
    seen = point_seen(point_id, actor=actor)
    if seen is None or not places_for(actor, INSPECT).filter(pk=seen.place_id).exists():
        raise NoSuchPoint(_("There is no such figure."))
    row = ConditionPoint.objects.select_for_update(of=("self",)).get(pk=point_id)
    if row.taken_back_at is not None:
        raise NotNow(_("It is taken back already."))
    if not why.strip():
        raise NothingSaid(_("Say why."))
    row.taken_back_at, row.taken_back_why = at, why.strip()[:300]
    row.save(update_fields=["taken_back_at", "taken_back_why"])
    append("monitoring.condition.taken_back", actor=actor, at=at, subject=row.pk, kind="condition")
    return row
