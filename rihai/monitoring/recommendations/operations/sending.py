"""A draft goes to the authority, which has a set time to answer; then the report is final."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from rihai.accounts.standing import local_day
from rihai.kit.actor import Actor
from rihai.kit.audit import append
from rihai.monitoring.errors import NothingSaid, NotNow
from rihai.monitoring.inspections.models import Inspection, State
from rihai.monitoring.inspections.operations.reach import inspection_to_work
from rihai.monitoring.recommendations.models import InspectionFinding
from rihai.monitoring.recommendations.operations.verifying import settle_standings
from rihai.monitoring.recommendations.queries import to_verify

DAYS_TO_ANSWER = 28
"""Set by us; a mandate may say otherwise."""
LEAST_DAYS = 3


@transaction.atomic
def send_draft(*, inspection_id: UUID, answer_by: date, actor: Actor, at: datetime) -> Inspection:
    """The draft is with the authority until a day. Raises NoSuchInspection, NotNow, NothingSaid.

    What earlier visits recommended is verified before, so that nothing unkept goes unnamed.
    """
    inspection = inspection_to_work(inspection_id, actor=actor, states=(State.SETTLED,))
    if answer_by < local_day(at) + timedelta(days=LEAST_DAYS):
        raise NothingSaid(_("Give the authority at least three days."))
    left = to_verify(inspection).exclude(verifications__inspection=inspection).count()
    if left:
        raise NotNow(_("Verify first what was recommended before; %(n)s wait.") % {"n": left})
    if not InspectionFinding.objects.filter(inspection=inspection).exists():
        raise NothingSaid(_("Write at least one finding; also that nothing was found is one."))
    inspection.state, inspection.sent_at, inspection.answer_by = State.SENT, at, answer_by
    inspection.version += 1
    inspection.save(update_fields=["state", "sent_at", "answer_by", "version"])
    settle_standings(inspection)
    append(
        "monitoring.draft.sent", actor=actor, at=at, subject=inspection.pk, kind="inspection",
        detail={"answer_by": answer_by},
    )  # fmt: skip
    return inspection


@transaction.atomic
def make_final(*, inspection_id: UUID, actor: Actor, at: datetime) -> Inspection:
    """The report is final: every finding it was asked about is answered, or the time for it has passed.

    Raises NoSuchInspection, NotNow.
    """
    inspection = inspection_to_work(inspection_id, actor=actor, states=(State.SENT,))
    is_open = unanswered(inspection)
    if is_open and inspection.answer_by is not None and local_day(at) <= inspection.answer_by:
        says = _("The authority has until %(day)s to answer; %(n)s findings wait for its answer.")
        raise NotNow(says % {"day": f"{inspection.answer_by:%d/%m/%Y}", "n": is_open})
    inspection.state, inspection.final_at, inspection.final_by_name = State.FINAL, at, actor.name[:120]
    inspection.version += 1
    inspection.save(update_fields=["state", "final_at", "final_by_name", "version"])
    append(
        "monitoring.report.made_final", actor=actor, at=at, subject=inspection.pk, kind="inspection",
        detail={"unanswered": is_open},
    )  # fmt: skip
    return inspection


def unanswered(inspection: Inspection) -> int:
    """How many findings the authority was asked about and has not answered."""
    return InspectionFinding.objects.filter(inspection=inspection, endangers=False, answers=None).count()
