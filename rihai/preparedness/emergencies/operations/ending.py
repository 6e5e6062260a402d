"""Situation reports, closing, and the review: what went well, and what is to be mended by whom and when."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from rihai.accounts.standing import local_day
from rihai.kit.actor import Actor
from rihai.kit.audit import append
from rihai.preparedness.drills.models import AfterAction
from rihai.preparedness.emergencies.models import COUNTS, Emergency, SituationReport, State, Ticked, Wrote
from rihai.preparedness.emergencies.operations.acting import KIND, going_on, wrote
from rihai.preparedness.emergencies.queries import cost, emergency_for, issued_in
from rihai.preparedness.errors import NotSo
from rihai.preparedness.reach import ACT, APPROVE, KEEP

REVIEWS = (ACT, KEEP, APPROVE)


@transaction.atomic
def issue_report(*, emergency_id: UUID, said: Mapping[str, Any], actor: Actor, at: datetime) -> SituationReport:
    """How it stands: as_of, says, needs, next_at and the COUNTS (None: not known). Never changed after.

    What checklist, stores and money say at this moment is frozen with it. Raises NotThere, NotSo.
    """
    emergency = going_on(emergency_id, actor)
    as_of, says = said.get("as_of") or at, str(said.get("says") or "").strip()
    if not says:
        raise NotSo(_("Say how it stands."))
    if not emergency.began_at <= as_of <= at:
        raise NotSo(_("The figures stand at a moment since it began, and not later than now."))
    if said.get("next_at") is not None and said["next_at"] <= at:
        raise NotSo(_("The next report lies ahead."))
    last = emergency.reports.aggregate(last=Max("number"))["last"] or 0
    made = SituationReport.objects.create(
        emergency=emergency, number=last + 1, as_of=as_of, says=says, needs=str(said.get("needs") or "").strip(),
        next_at=said.get("next_at"), frozen=_frozen(emergency, at), issued_by_name=actor.name[:120], at=at,
        **{name: said.get(name) for name in COUNTS},
    )  # fmt: skip
    wrote(emergency, Wrote.REPORT, str(made.number), actor=actor, at=at)
    detail = {"number": made.number}
    append("preparedness.report.issued", actor=actor, at=at, subject=emergency.pk, kind=KIND, detail=detail)
    return made


def _frozen(emergency: Emergency, at: datetime) -> dict[str, Any]:
    steps = list(emergency.steps.all())
    given, paid = cost(emergency)
    return {
        "steps": len(steps),
        "done": sum(one.state == Ticked.DONE for one in steps),
        "not_needed": sum(one.state == Ticked.NOT_NEEDED for one in steps),
        "late": sum(one.is_late(at) for one in steps),
        "issued": [[one.item, one.unit, one.number, one.left] for one in issued_in(emergency.pk)],
        "given": str(given),
        "paid": str(paid),
    }


@transaction.atomic
def close_emergency(*, emergency_id: UUID, closing: str, actor: Actor, at: datetime) -> Emergency:
    """It is over; what was not ticked stays unticked. It waits for its review. Raises NotThere, NotSo."""
    emergency = going_on(emergency_id, actor)
    if not closing.strip():
        raise NotSo(_("Say how it ended."))
    emergency.state, emergency.closed_at, emergency.closed_by_name = State.CLOSED, at, actor.name[:120]
    emergency.closing = closing.strip()
    emergency.save(update_fields=["state", "closed_at", "closed_by_name", "closing"])
    wrote(emergency, Wrote.CLOSED, closing.strip(), actor=actor, at=at)
    append("preparedness.emergency.closed", actor=actor, at=at, subject=emergency.pk, kind=KIND)
    return emergency


@transaction.atomic
def review_emergency(
    *, emergency_id: UUID, went_well: str, to_mend: str, items: Sequence[Mapping[str, Any]], actor: Actor, at: datetime
) -> Emergency:  # fmt: skip
    """What went well and what did not; each of `items` (says, whose, due_on) becomes an item followed until verified.

    Raises NotThere, NotSo before it is closed, once it was reviewed, or where an item is half said.
    """
    emergency = emergency_for(emergency_id, *REVIEWS, actor=actor)
    if emergency.state != State.CLOSED:
        raise NotSo(_("An emergency is reviewed once, after it was closed."))
    if not went_well.strip() or not to_mend.strip():
        raise NotSo(_("Say what went well and what did not."))
    if any(not (one.get("says") and one.get("whose") and one.get("due_on")) for one in items):
        raise NotSo(_("Say of each item what is to be done, who does it and by when."))
    if any(one["due_on"] < local_day(at) for one in items):
        raise NotSo(_("The day of an item has passed already."))
    emergency.state, emergency.reviewed_at, emergency.reviewed_by_name = State.REVIEWED, at, actor.name[:120]
    emergency.went_well, emergency.to_mend = went_well.strip(), to_mend.strip()
    emergency.save(update_fields=["state", "reviewed_at", "reviewed_by_name", "went_well", "to_mend"])
    AfterAction.objects.bulk_create(
        AfterAction(
            place_id=emergency.place_id, hazard=emergency.hazard, emergency_id=emergency.pk, says=one["says"],
            whose=one["whose"], due_on=one["due_on"], owner_id=actor.pk, made_by_name=actor.name[:120], made_at=at,
        )
        for one in items
    )  # fmt: skip
    detail = {"items": len(items)}
    append("preparedness.emergency.reviewed", actor=actor, at=at, subject=emergency.pk, kind=KIND, detail=detail)
    return emergency
