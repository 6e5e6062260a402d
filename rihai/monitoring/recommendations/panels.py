"""What this part adds to the page of an inspection, and to the form of the next visit."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from rihai.accounts.acting import asked_at, asked_day
from rihai.kit.actor import Actor
from rihai.monitoring.inspections.models import Inspection, Kind, State
from rihai.monitoring.reach import ANSWER, INSPECT
from rihai.monitoring.recommendations.models import AuthorityLink
from rihai.monitoring.recommendations.operations.sending import unanswered
from rihai.monitoring.recommendations.operations.verifying import OPEN
from rihai.monitoring.recommendations.queries import WITH_AUTHORITY, findings_for, to_verify

MOST = 100


def earlier(inspection: Inspection) -> Sequence[tuple[str, str]]:
    """The recommendations with which the form of a visit starts."""
    if inspection.kind != Kind.INSPECTION:
        return []
    return [(one.code, one.says) for one in to_verify(inspection)[:MOST]]


def context(actor: Actor, inspection: Inspection) -> dict[str, Any]:
    """Findings with their recommendations, those of before, links; and what the actor may do about them."""
    works = actor.may(INSPECT) and not inspection.is_self
    before = _before(inspection) if works else []
    today = asked_day()
    late = inspection.answer_by is not None and inspection.answer_by < today
    findings = findings_for(actor).filter(inspection=inspection).prefetch_related(
        "answers", "recommendations__responses", "recommendations__finding"
    )  # fmt: skip
    return {
        "inspection": inspection, "today": today, "now": asked_at(), "earlier": before,
        "unverified": sum(here is None for _row, here in before),
        "findings": list(findings) if inspection.is_settled else [],
        "shows": inspection.is_settled and not inspection.is_self,
        "may_verify": works and inspection.state in OPEN, "may_write": works and inspection.state == State.SETTLED,
        "may_answer": actor.may(ANSWER) and inspection.state == State.SENT,
        "may_final": works and inspection.state == State.SENT and (late or not unanswered(inspection)),
        "may_link": works and inspection.state in WITH_AUTHORITY,
        "links": list(AuthorityLink.objects.filter(inspection=inspection)) if works else [],
    }  # fmt: skip


def _before(inspection: Inspection) -> list[tuple[Any, Any]]:
    """Each earlier recommendation, and what this visit found of it; also those that this visit found kept."""
    if inspection.is_self:
        return []
    found = {one.recommendation_id: one for one in inspection.verifications.select_related("recommendation")}
    rows = {one.pk: one for one in to_verify(inspection)[:MOST]}
    rows |= {key: one.recommendation for key, one in found.items() if key not in rows}
    ordered = sorted(rows.values(), key=lambda one: (str(one.due_on), one.code))
    return [(one, found.get(one.pk)) for one in ordered]
