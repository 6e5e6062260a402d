"""A later visit finds whether a recommendation was kept; what an authority says of itself settles nothing."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from rihai.kit.actor import Actor
from rihai.kit.audit import append
from rihai.monitoring.errors import NothingSaid, NotNow
from rihai.monitoring.inspections.models import Inspection, Kind, State
from rihai.monitoring.inspections.operations.planning import day_of
from rihai.monitoring.inspections.operations.reach import inspection_to_work
from rihai.monitoring.recommendations.models import Recommendation, Standing, Verification, Verified
from rihai.monitoring.recommendations.operations.reach import locked, nothing, recommendation_to_work
from rihai.monitoring.recommendations.queries import LIVE, WITH_AUTHORITY, to_verify

OPEN = (State.VISITED, State.SETTLED)


@transaction.atomic
def verify(
    *, recommendation_id: UUID, inspection_id: UUID, outcome: str, seen: str, actor: Actor, at: datetime
) -> Verification:
    """Whether it was kept, as this visit found; said again in the same visit, the newer word stands.

    What becomes of the recommendation changes once the draft is sent, for an authority sees that, and counts show it.
    Raises NoSuchInspection, NotNow for an inspection whose draft is sent, NothingSaid.
    """
    inspection = inspection_to_work(inspection_id, actor=actor, states=OPEN)
    is_owed = inspection.kind == Kind.INSPECTION and to_verify(inspection).filter(pk=recommendation_id).exists()
    if not is_owed and not _said_here(recommendation_id, inspection_id):
        raise nothing()
    if outcome not in Verified.values or (outcome != Verified.CANNOT_TELL and not seen.strip()):
        raise NothingSaid(_("Choose what was found, and say what shows it."))
    found = locked(recommendation_id)
    if found.repeated_by.exists():
        raise NotNow(_("It was made again already on this visit."))
    made, _new = Verification.objects.update_or_create(
        recommendation=found, inspection=inspection,
        defaults={"outcome": outcome, "seen": seen.strip()[:1000], "by_name": actor.name[:120], "at": at},
    )  # fmt: skip
    append(
        "monitoring.recommendation.verified", actor=actor, at=at, subject=found.pk, kind="recommendation",
        detail={"inspection": inspection.pk, "outcome": outcome},
    )  # fmt: skip
    return made


def settle_standings(inspection: Inspection) -> None:
    """What a visit whose draft is sent found becomes the state of what was asked; a later visit's stands."""
    for one in Verification.objects.filter(inspection=inspection):
        found = locked(one.recommendation_id)
        later = found.verifications.filter(
            inspection__number__gt=inspection.number, inspection__state__in=WITH_AUTHORITY
        )  # fmt: skip
        if found.standing == Standing.WITHDRAWN or later.exists():
            continue
        found.standing = Standing.OPEN if one.outcome == Verified.CANNOT_TELL else Standing(one.outcome)
        found.done_on = day_of(inspection) if one.outcome == Verified.KEPT else None
        found.version += 1
        found.save(update_fields=["standing", "done_on", "version"])


def _said_here(recommendation_id: UUID, inspection_id: UUID) -> bool:
    return Verification.objects.filter(recommendation=recommendation_id, inspection=inspection_id).exists()


@transaction.atomic
def withdraw(*, recommendation_id: UUID, actor: Actor, at: datetime) -> Recommendation:
    """It is asked no more. Raises NoSuchInspection, NotNow for one that is kept or withdrawn already."""
    found = recommendation_to_work(recommendation_id, actor=actor)
    if found.standing not in LIVE:
        raise NotNow(_("Nothing is owed on it any more."))
    found.standing = Standing.WITHDRAWN
    found.version += 1
    found.save(update_fields=["standing", "version"])
    append("monitoring.recommendation.withdrawn", actor=actor, at=at, subject=found.pk, kind="recommendation")
    return found
