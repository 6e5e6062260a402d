"""How soon authorities answered and kept what was recommended: medians in days, within what an actor sees.

Source: indicator IND-24 of the instrument (done with evidence of due; median days).
"""

from __future__ import annotations

from dataclasses import dataclass
from statistics import median
from typing import Any

from django.db.models import F, Min, Q, QuerySet
from django.utils.timezone import localdate

from rihai.monitoring.recommendations.models import Recommendation, Standing, Verified


@dataclass(frozen=True, slots=True)
class Response:
    """Of `sent` recommendations how many were answered and found kept, after how many days at the median."""

    sent: int
    answered: int
    days_to_answer: float | None
    kept: int
    days_to_kept: float | None


def response(rows: QuerySet[Recommendation]) -> Response:
    """Of these recommendations those sent to the authority; kept on the day of the visit that found it. One query."""
    known = Q(verifications__outcome=Verified.KEPT, verifications__inspection__sent_at__isnull=False)
    kept_on = Min("verifications__inspection__planned_on", filter=known)
    found: Any = (
        rows.exclude(standing=Standing.WITHDRAWN)
        .filter(finding__inspection__sent_at__isnull=False)
        .prefetch_related(None)
        .select_related(None)
        .order_by()
        .annotate(sent=F("finding__inspection__sent_at"), first=Min("responses__at"), kept_on=kept_on)
        .values_list("sent", "first", "kept_on")
    )
    told = list(found)
    answered = [max((first - sent).total_seconds() / 86_400, 0) for sent, first, _kept in told if first is not None]
    kept = [max((done - localdate(sent)).days, 0) for sent, _first, done in told if done is not None]
    return Response(
        len(told), len(answered), float(median(answered)) if answered else None, len(kept),
        float(median(kept)) if kept else None,
    )  # fmt: skip
