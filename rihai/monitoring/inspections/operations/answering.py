"""Each inspector answers for themselves; what came of earlier recommendations is handed to whoever keeps those."""

from __future__ import annotations

from uuid import UUID

from django.utils.translation import gettext as _

from rihai.instruments.models import InstrumentVersion
from rihai.kit.audit import append
from rihai.kit.handling import GivenAnswer
from rihai.monitoring.errors import NoSuchInspection, NotNow
from rihai.monitoring.inspections.models import Inspection, State, TeamMember


def taken(answer: GivenAnswer) -> None:
    """An inspector gave the form, or corrected it before anything was settled. Raises NoSuchInspection, NotNow."""
    named = TeamMember.objects.filter(pk=answer.subject).values("inspection")
    inspection = Inspection.objects.select_for_update(of=("self",)).filter(pk__in=named).first()
    member = TeamMember.objects.filter(pk=answer.subject).first()  # once it is locked: somebody may have taken them out
    if inspection is None or member is None:
        raise NoSuchInspection(_("There is no such inspection."))
    if not inspection.is_open:
        raise NotNow(_("The answers of this inspection are settled already. Nothing was changed."))
    member.answer_id, member.given_at = answer.id, answer.at
    member.save(update_fields=["answer_id", "given_at"])
    inspection.form_version_id = _newer(inspection.form_version_id, answer.version_id)
    inspection.state = State.VISITED
    inspection.save(update_fields=["form_version", "state"])
    append(
        "monitoring.rating.given", actor=answer.actor, at=answer.at, subject=member.pk, kind="team_member",
        detail={"inspection": inspection.pk, "answer": answer.id, "number": answer.number},
    )  # fmt: skip


def _newer(known: UUID | None, given: UUID) -> UUID:
    """The version by which it is scored: the newest in which any of them answered.

    A version may be published while they are inside without a network: nobody's answers are worth less for that. What
    a version does not ask is not asked of whoever answered in it.
    """
    if known is None or known == given:
        return given
    return InstrumentVersion.objects.filter(pk__in=[known, given]).order_by("-number").values_list("pk", flat=True)[0]
