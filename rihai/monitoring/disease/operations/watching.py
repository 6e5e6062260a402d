"""Whether a case crosses the threshold of its prison and disease: then one alert is raised, and others are told."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import IntegrityError, transaction
from django.urls import reverse

from rihai.accounts.operations import notify
from rihai.accounts.operations.house import as_house
from rihai.accounts.queries.posted import posted_at
from rihai.kit.actor import Actor
from rihai.kit.acts import after
from rihai.kit.audit import append
from rihai.kit.offers import Done
from rihai.monitoring.disease.known import Limit
from rihai.monitoring.disease.models import COUNTED, Alert, AlertState, DiseaseCase
from rihai.monitoring.disease.queries import DISEASE, limit_at
from rihai.monitoring.reach import INSPECT
from rihai.people.models import Person

CROSSED = "monitoring.threshold.crossed"
NOTICE = "monitoring.alert_raised"


def watch(case: DiseaseCase, *, actor: Actor, at: datetime) -> Alert | None:
    """Raise an alert where this case crosses the threshold; performs `monitoring.threshold.crossed`, within its act.

    While an alert stands no other is raised, and once it is closed only cases after its last day count.
    """
    if case.status not in COUNTED:
        return None
    with as_house(at):
        limit, _own = limit_at(case.place_id, case.disease)
        former = Alert.objects.filter(place=case.place_id, disease=case.disease)
        if limit is None or former.exclude(state=AlertState.CLOSED).exists():
            return None
        closed = former.order_by("-closed_on").first()
        held = Person.objects.filter(held_at=case.place_id, merged_into=None).count()
        most = _most(case, limit, closed)
        if not limit.is_crossed(most, held):
            return None
        made = _raised(case, most, limit, held, at)
        if made is None:
            return None
    detail = {"alert": made.pk, "place": case.place_id, "disease": case.disease}
    after(Done(act=CROSSED, actor=actor, at=at, detail=detail))
    notify(
        posted_at(case.place_id, {DISEASE, INSPECT}, at=at),
        NOTICE,
        url=reverse("monitoring:alert", args=[made.pk]),
        at=at,
    )
    append(CROSSED, actor=actor, at=at, subject=made.pk, kind="alert", detail=detail)
    return made


def _raised(case: DiseaseCase, cases: int, limit: Limit, held: int, at: datetime) -> Alert | None:
    """The row; None where somebody else's case raised it in the same moment."""
    try:
        with transaction.atomic():
            return Alert.objects.create(
                place_id=case.place_id, disease=case.disease, cases=cases, held=held, raised_at=at, days=limit.days,
                limit_cases=limit.cases, limit_per_thousand=limit.per_thousand,
            )  # fmt: skip
    except IntegrityError:
        return None


def _most(case: DiseaseCase, limit: Limit, closed: Alert | None) -> int:
    """The most cases in any window of the threshold's days that holds this case."""
    span = timedelta(days=limit.days - 1)
    rows = DiseaseCase.objects.filter(
        place=case.place_id, disease=case.disease, status__in=COUNTED, counted_on__gte=case.counted_on - span,
        counted_on__lte=case.counted_on + span,
    )  # fmt: skip
    if closed is not None and closed.closed_on is not None:
        rows = rows.filter(counted_on__gt=closed.closed_on)
    days = sorted(rows.values_list("counted_on", flat=True))
    return max((sum(day <= other <= day + span for other in days) for day in days), default=0)
