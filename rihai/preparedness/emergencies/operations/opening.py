"""An emergency is opened by hand, or because something offered it; or somebody says why it is not opened."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _

from rihai.accounts.operations import notify
from rihai.accounts.queries.posted import posted_at
from rihai.kit.actor import Actor
from rihai.kit.audit import append
from rihai.preparedness.emergencies.models import EITHER, Emergency, EmergencyStep, LogLine, Proposal, Wrote
from rihai.preparedness.emergencies.queries import open_places, proposals_for
from rihai.preparedness.errors import NotSo, NotThere
from rihai.preparedness.plans.hazards import Hazard
from rihai.preparedness.plans.models import PlanVersion
from rihai.preparedness.plans.queries import in_force
from rihai.preparedness.plans.templates_known import template_of
from rihai.preparedness.reach import ACT
from rihai.preparedness.twice import refused_twice

OPENED = "preparedness.emergency_opened"
OLDEST = timedelta(days=30)


@transaction.atomic
def open_emergency(
    *, said: Mapping[str, Any], proposal_id: UUID | None = None, actor: Actor, at: datetime
) -> Emergency:  # fmt: skip
    """Open an emergency: place, hazard, says, began_at; its plan in force becomes the live checklist.

    Where none is in force it begins with the bare steps of the hazard. Nobody has to write first: `says` may be empty,
    and the log tells the rest. Everybody who acts there is told. Raises NotSo,
    also where one of the hazard is open there; NotThere for a proposal that was answered.
    """
    place, hazard, says = said.get("place"), said.get("hazard"), str(said.get("says") or "").strip()
    began = said.get("began_at") or at
    proposal = _proposal(proposal_id, actor) if proposal_id else None
    if proposal is not None:
        place = proposal.place
    if place is None or hazard not in Hazard.values or not open_places(actor).filter(pk=place.pk).exists():
        raise NotSo(_("Choose a place where you act, and what is happening."))
    if not at - OLDEST <= began <= at:
        raise NotSo(_("It began within the last thirty days, and not later than now."))
    plan = in_force(place.pk, str(hazard), actor=actor)
    with refused_twice(_("An emergency of this kind is open at this place already. Go on in that one.")):
        made = Emergency.objects.create(
            place=place, hazard=hazard, plan=plan, says=says, began_at=began, opened_at=at,
            opened_by_name=actor.name[:120],
        )  # fmt: skip
    EmergencyStep.objects.bulk_create(_steps(made, plan, at))
    LogLine.objects.create(
        emergency=made, wrote=Wrote.OPENED, says=says, happened_at=began, at=at, by_name=actor.name[:120]
    )
    _answer(made, proposal, actor, at)
    told = [one for one in posted_at(place.pk, {ACT}, at=at) if one != actor.pk]
    notify(told, OPENED, url=reverse("preparedness:emergency", args=[made.pk]), at=at)
    detail = {"place": place.pk, "hazard": made.hazard, "plan": made.plan_id, "offered": proposal is not None}
    append("preparedness.emergency.opened", actor=actor, at=at, subject=made.pk, kind="emergency", detail=detail)
    return made


def _steps(made: Emergency, plan: PlanVersion | None, at: datetime) -> list[EmergencyStep]:
    if plan is None:
        return [
            EmergencyStep(emergency=made, order=order, says=one.en, says_ur=one.ur, post=one.post)
            for order, one in enumerate(template_of(made.hazard).steps, 1)
        ]
    return [
        EmergencyStep(
            emergency=made, order=order, says=one.says, says_ur=one.says_ur, post=one.post,
            due_at=None if one.minutes is None else at + timedelta(minutes=one.minutes),
        )
        for order, one in enumerate(plan.steps.all(), 1)
    ]  # fmt: skip


def _answer(made: Emergency, proposal: Proposal | None, actor: Actor, at: datetime) -> None:
    """What was offered for the same hazard there is answered with it, whichever of them was opened."""
    same = Q(hazard=made.hazard) | (Q(hazard="") if made.hazard in EITHER else Q(pk=None))
    rows = Proposal.objects.filter(same, place=made.place_id, answered_at=None)
    if proposal is not None:
        rows = rows | Proposal.objects.filter(pk=proposal.pk)
    rows.update(emergency=made, answered_at=at, answered_by_name=actor.name[:120])


@transaction.atomic
def decline(*, proposal_id: UUID, why: str, actor: Actor, at: datetime) -> Proposal:
    """No emergency is opened, and why not. Raises NotThere, NotSo."""
    proposal = _proposal(proposal_id, actor)
    if not why.strip():
        raise NotSo(_("Say why no emergency is opened."))
    proposal.answered_at, proposal.answered_by_name, proposal.why_not = at, actor.name[:120], why.strip()
    proposal.save(update_fields=["answered_at", "answered_by_name", "why_not"])
    detail = {"place": proposal.place_id, "hazard": proposal.hazard}
    append("preparedness.emergency.declined", actor=actor, at=at, subject=proposal.pk, kind="proposal", detail=detail)
    return proposal


def _proposal(pk: UUID, actor: Actor) -> Proposal:
    found = proposals_for(actor).select_for_update(of=("self",)).filter(pk=pk).first()
    if found is None:
        raise NotThere(_("Somebody has answered this already, or it was taken back."))
    return found
