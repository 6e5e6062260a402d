"""What plans put into My work: those to approve, sent back, unfinished, and those to be looked at again."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from django.urls import reverse
from django.utils.translation import gettext as _

from rihai.kit.actor import Actor
from rihai.kit.offers import WorkRow
from rihai.preparedness.editions import EditionState
from rihai.preparedness.plans.models import PlanVersion
from rihai.preparedness.plans.queries import editions_for
from rihai.preparedness.reach import APPROVE, KEEP

ROWS = 12
SOON = timedelta(days=30)


def rows(actor: Actor, on: date) -> Sequence[WorkRow]:
    """For who approves what waits for them, for who keeps what was sent back and what expires; two queries at most."""
    found = []
    if actor.may(APPROVE):
        asked = editions_for(actor, APPROVE).filter(state=EditionState.ASKED).order_by("asked_at")[: 2 * ROWS]
        mine = str(actor.pk)
        found += [
            _row(one, _("Somebody else has to approve it."), _("To approve"), "waiting", _("Open"))
            for one in asked
            if mine not in one.writers
        ][:ROWS]
    if actor.may(KEEP):
        rows = editions_for(actor, KEEP)
        back = rows.filter(state=EditionState.DRAFT).exclude(sent_back_why="")
        late = rows.filter(state=EditionState.IN_FORCE, review_on__lte=on + SOON)
        both = (back | late).order_by("review_on", "pk")[:ROWS]
        found += [_kept(one, on) for one in both]
    return found


def _kept(one: PlanVersion, on: date) -> WorkRow:
    if one.state == EditionState.DRAFT:
        return _row(one, one.sent_back_why, _("Sent back"), "rejected", _("Write"))
    if one.is_expired(on):
        return _row(one, _("The day of its review has passed."), _("Expired"), "overdue", _("Look at it"))
    return _row(one, _("It must be looked at again."), _("Review"), "not_yet", _("Look at it"))


def _row(one: PlanVersion, why: str, word: str, status: str, act: str) -> WorkRow:
    return WorkRow(
        who=str(one.plan.get_hazard_display()).capitalize(), where=one.plan.place.shown, why=why, word=word,
        status=status, act=act, due_on=one.review_on if one.state == EditionState.IN_FORCE else None,
        url=f"{reverse('preparedness:plan', args=[one.plan_id])}?version={one.number}",
    )  # fmt: skip
