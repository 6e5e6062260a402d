"""What is asked of findings and recommendations, within the inspections that the actor sees."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from django.db.models import Count, Prefetch, Q, QuerySet

from rihai.kit.actor import Actor
from rihai.kit.due import waiting
from rihai.monitoring.inspections.models import Inspection, State
from rihai.monitoring.reach import ANSWER, INSPECT, covered, seen
from rihai.monitoring.recommendations.models import (
    InspectionFinding,
    Recommendation,
    Response,
    Standing,
    Verification,
    Verified,
)  # fmt: skip

LIVE = (Standing.OPEN, Standing.PARTLY, Standing.NOT_KEPT)
"""What an authority still owes; where it was made anew, the newest counts."""
WITH_AUTHORITY = (State.SENT, State.FINAL)


def findings_for(actor: Actor) -> QuerySet[InspectionFinding]:
    """The findings of the inspections that the actor sees; what would endanger people is for inspectors."""
    found = InspectionFinding.objects.filter(seen(actor, "inspection__")).select_related("inspection__place")
    return found if reads_all(actor) else found.filter(endangers=False)


def reads_all(actor: Actor) -> bool:
    """Whether the actor reads also what would endanger somebody if the authority knew: inspectors alone."""
    return actor.may(INSPECT)


def recommendations_for(actor: Actor) -> QuerySet[Recommendation]:
    """The recommendations of the findings that the actor sees, with all that a row of them shows.

    What a later visit found of them is shown to who sees that visit: an authority not before its draft is sent.
    """
    found = Verification.objects.filter(seen(actor, "inspection__")).order_by("at", "pk")
    return (
        Recommendation.objects.filter(finding__in=findings_for(actor).values("pk"))
        .select_related("finding__inspection", "place", "repeats")
        .prefetch_related(
            Prefetch("responses", queryset=Response.objects.order_by("at", "pk")),
            Prefetch("verifications", queryset=found),
        )
    )


def made_again(one: Recommendation, *, actor: Actor) -> list[Recommendation]:
    """The newer ones by which it was made again, as far as the actor sees them."""
    return list(recommendations_for(actor).filter(repeats=one.pk))


def live(rows: QuerySet[Recommendation]) -> QuerySet[Recommendation]:
    """Those still owed, each once: one that was made anew stands in the newer, from when its draft is sent."""
    owed = waiting(rows).filter(standing__in=LIVE).exclude(repeated_by__finding__inspection__state__in=WITH_AUTHORITY)
    return owed.filter(Q(repeats=None) | Q(finding__inspection__state__in=WITH_AUTHORITY))


def overdue(rows: QuerySet[Recommendation], on: date) -> QuerySet[Recommendation]:
    """Those owed whose day has passed, of inspections that are final or with the authority."""
    return live(rows).filter(due_on__lt=on, finding__inspection__state__in=WITH_AUTHORITY)


def to_verify(inspection: Inspection) -> QuerySet[Recommendation]:
    """What earlier visits to the place recommended and is not kept yet, what is due first at the top."""
    before = Q(finding__inspection__number__lt=inspection.number)
    rows = Recommendation.objects.filter(before, place=inspection.place_id, standing__in=LIVE)
    sent = rows.filter(finding__inspection__state__in=WITH_AUTHORITY)
    unrepeated = sent.filter(Q(repeated_by=None) | Q(repeated_by__finding__inspection=inspection))
    return unrepeated.select_related("finding__inspection").order_by("due_on", "code").distinct()


def unkept(inspection: Inspection) -> QuerySet[Recommendation]:
    """Those of them that this visit found not kept, or in part: each can be made again on it, once."""
    here = Verification.objects.filter(inspection=inspection, outcome__in=[Verified.NOT_KEPT, Verified.PARTLY])
    return to_verify(inspection).filter(pk__in=here.values("recommendation"), repeated_by=None)


def kept_of_due(place_ids: Sequence[int], on: date) -> dict[int, tuple[int, int]]:
    """By place: how many recommendations were kept, of those due by a day; withdrawn ones are none."""
    rows = (
        Recommendation.objects.filter(place__in=place_ids, due_on__lte=on)
        .exclude(standing=Standing.WITHDRAWN)
        .order_by()
        .values("place")
        .annotate(due=Count("pk"), kept=Count("pk", filter=Q(standing=Standing.KEPT)))
    )
    return {one["place"]: (one["kept"], one["due"]) for one in rows}


def kept_on(inspection: Inspection) -> tuple[int, int] | None:
    """What a visit found of earlier recommendations due by its day: how many kept, of how many; None of none.

    It stays as it was found then, whatever is kept later.
    """
    found = Verification.objects.filter(inspection=inspection, recommendation__due_on__lte=inspection.planned_on)
    counted = found.aggregate(due=Count("pk"), kept=Count("pk", filter=Q(outcome=Verified.KEPT)))
    return (counted["kept"], counted["due"]) if counted["due"] else None


def drafts_to_answer(actor: Actor) -> QuerySet[Inspection]:
    """Drafts that wait for the authority's answer, at the places the actor answers for."""
    rows = Inspection.objects.filter(covered(actor, ANSWER), state=State.SENT)
    return rows.select_related("place").order_by("answer_by", "number")


def finding_seen(pk: UUID, *, actor: Actor) -> InspectionFinding | None:
    """One finding; None for one the actor does not see."""
    return findings_for(actor).filter(pk=pk).first()


def recommendation_seen(pk: UUID, *, actor: Actor) -> Recommendation | None:
    """One recommendation; None for one the actor does not see."""
    return recommendations_for(actor).filter(pk=pk).first()
