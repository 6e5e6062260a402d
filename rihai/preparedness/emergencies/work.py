"""What emergencies put into My work and onto a place's page: what goes on, what was offered, what waits for review."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from rihai.accounts.acting import asked_at
from rihai.kit.actor import Actor
from rihai.kit.offers import WorkRow
from rihai.places.models import Inside
from rihai.preparedness.emergencies.models import Emergency, Proposal, State
from rihai.preparedness.emergencies.queries import emergencies_for, proposals_for, with_steps
from rihai.preparedness.reach import ACT, APPROVE, KEEP, READ

ROWS = 12


def rows(actor: Actor, on: date) -> Sequence[WorkRow]:
    """What goes on and what nobody has reviewed, for whoever acts, keeps or approves at these places."""
    if not any(actor.may(one) for one in (ACT, KEEP, APPROVE)):
        return []
    waits = emergencies_for(actor, ACT, KEEP, APPROVE).exclude(state=State.REVIEWED).order_by("-state", "opened_at")
    return [_row(one, on) for one in with_steps(waits, asked_at())[:ROWS]]


def offered(actor: Actor, _on: date) -> Sequence[WorkRow]:
    """What was offered and waits for an answer, for whoever acts there."""
    return [_offered(one) for one in proposals_for(actor)[:ROWS]] if actor.may(ACT) else []


def _row(one: Emergency, on: date) -> WorkRow:
    url, where = reverse("preparedness:emergency", args=[one.pk]), one.where
    if one.state == State.CLOSED:
        return WorkRow(
            who=str(one.get_hazard_display()), url=url, where=where, why=_("Closed and not yet reviewed."),
            status="waiting", word=_("To review"), act=_("Review"),
        )  # fmt: skip
    late, to_do = getattr(one, "late", 0), getattr(one, "to_do", 0)
    why = _("%(n)s steps to be done, %(late)s of them late.") % {"n": to_do, "late": late}
    return WorkRow(
        who=str(one.get_hazard_display()), url=url, where=where, why=why, due_on=on,
        status="overdue" if late else "critical", word=_("Emergency"), act=_("Open"),
    )  # fmt: skip


def _offered(one: Proposal) -> WorkRow:
    return WorkRow(
        who=one.shown, url=reverse("preparedness:proposal", args=[one.pk]), where=one.where,
        why=_("%(why)s: open an emergency, or say why not.") % {"why": str(one.get_source_display()).capitalize()},
        due_on=localdate(one.at), status="critical", word=_("Is it an emergency?"), act=_("Answer"),
    )  # fmt: skip


def on_place(actor: Actor, place_id: int, _on: date) -> dict[str, Any] | None:
    """The emergencies that go on at a place or in it."""
    if not actor.may(READ):
        return None
    inner = Inside.objects.filter(outer=place_id).values("inner_id")
    live = with_steps(emergencies_for(actor).filter(place__in=inner, state=State.OPEN), asked_at())
    found = list(live[:ROWS])
    return {"rows": found} if found else None
