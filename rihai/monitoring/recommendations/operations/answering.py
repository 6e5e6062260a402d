"""An authority answers: to findings while they are a draft, to recommendations until they are kept."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from rihai.kit.actor import Actor
from rihai.kit.audit import append
from rihai.monitoring.errors import NothingSaid, NotNow
from rihai.monitoring.inspections.models import State
from rihai.monitoring.reach import ANSWER
from rihai.monitoring.recommendations.models import (
    FindingAnswer,
    InspectionFinding,
    Recommendation,
    Response,
    ResponseKind,
    Via,
)  # fmt: skip
from rihai.monitoring.recommendations.operations.reach import locked, nothing
from rihai.monitoring.recommendations.queries import LIVE, WITH_AUTHORITY, finding_seen, recommendation_seen

ANSWERED, RESPONDED = "monitoring.finding.answered", "monitoring.recommendation.responded"


@transaction.atomic
def answer_finding(*, finding_id: UUID, says: str, actor: Actor, at: datetime) -> FindingAnswer:
    """What the authority says of a finding, by who answers for it. Raises NoSuchInspection, NotNow, NothingSaid."""
    finding = finding_seen(finding_id, actor=actor)
    if finding is None or not actor.may(ANSWER) or finding.endangers:
        raise nothing()
    made = keep_answer(finding, says=says, by_name=actor.name, via=Via.ACCOUNT, at=at)
    _line(ANSWERED, made.pk, actor, at, {"finding": finding.pk, "via": made.via})
    return made


def keep_answer(finding: InspectionFinding, *, says: str, by_name: str, via: str, at: datetime) -> FindingAnswer:
    """The row of an answer to a finding. Raises NotNow once the report is final, NothingSaid."""
    if finding.inspection.state != State.SENT:
        raise NotNow(_("The time to answer this draft is over."))
    if not says.strip():
        raise NothingSaid(_("Write what you say to this finding."))
    return FindingAnswer.objects.create(
        finding=finding, says=says.strip()[:2000], by_name=by_name[:120], via=via, at=at
    )  # fmt: skip


@transaction.atomic
def respond(*, recommendation_id: UUID, said: Mapping[str, Any], actor: Actor, at: datetime) -> Response:
    """What the authority answers to a recommendation. Raises NoSuchInspection, NotNow, NothingSaid."""
    found = recommendation_seen(recommendation_id, actor=actor)
    if found is None or not actor.may(ANSWER) or found.finding.endangers:
        raise nothing()
    made = keep_response(locked(found.pk), said=said, by_name=actor.name, via=Via.ACCOUNT, at=at)
    _line(RESPONDED, made.pk, actor, at, {"recommendation": found.pk, "kind": made.kind, "via": made.via})
    return made


def keep_response(
    recommendation: Recommendation, *, said: Mapping[str, Any], by_name: str, via: str, at: datetime
) -> Response:
    """The row of a response. Raises NotNow where nothing is owed any more, NothingSaid."""
    if recommendation.standing not in LIVE or recommendation.finding.inspection.state not in WITH_AUTHORITY:
        raise NotNow(_("This recommendation waits for no answer."))
    kind, says = said.get("kind"), str(said.get("says") or "").strip()
    if kind not in ResponseKind.values:
        raise NothingSaid(_("Choose what you answer."))
    if kind in {ResponseKind.REFUSED, ResponseKind.DONE} and not says:
        raise NothingSaid(_("Say why it is not accepted, or what shows that it is done."))
    return Response.objects.create(
        recommendation=recommendation, kind=kind, says=says[:2000], promised_on=said.get("promised_on"),
        by_name=by_name[:120], via=via, at=at,
    )  # fmt: skip


def _line(act: str, subject: UUID, actor: Actor, at: datetime, detail: dict[str, Any]) -> None:
    append(act, actor=actor, at=at, subject=subject, kind="answer", detail=detail)
