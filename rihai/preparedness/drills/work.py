"""What drills put into My work: those due, those to evaluate, what is to be mended; what is late goes further up."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _

from rihai.kit.actor import Actor
from rihai.kit.offers import WorkRow
from rihai.preparedness.drills.handler import name_of
from rihai.preparedness.drills.models import AfterAction, Drill, DrillState, ItemState
from rihai.preparedness.drills.queries import drills_for, items_for
from rihai.preparedness.reach import ACT, APPROVE, KEEP, covered

ROWS = 12
SOON = timedelta(days=30)
FURTHER = timedelta(days=14)
"""Days after which what is late also stands before who approves plans there; set by us."""


def drill_rows(actor: Actor, on: date) -> Sequence[WorkRow]:
    """For who keeps or acts: drills that fall due within a month, and those that wait for their evaluation."""
    if not actor.may(KEEP) and not actor.may(ACT):
        return []
    due = Q(state=DrillState.PLANNED, due_on__lte=on + SOON)
    rows = drills_for(actor, KEEP, ACT).filter(due | Q(state=DrillState.HELD)).order_by("due_on", "pk")
    return [_drill(one, on) for one in rows[:ROWS]]


def _drill(one: Drill, on: date) -> WorkRow:
    url = reverse("preparedness:drill", args=[one.pk])
    if one.state == DrillState.HELD:
        return WorkRow(
            who=name_of(one), url=url, why=_("It was held, and waits for its evaluation."), status="waiting",
            word=_("To evaluate"), act=_("Evaluate"), due_on=one.done_on,
        )  # fmt: skip
    late = one.is_overdue(on)
    why = _("Its day is set.") if one.planned_on else _("Its day is not set yet.")
    return WorkRow(
        who=name_of(one), url=url, why=why, due_on=one.due_on, status="overdue" if late else "not_yet",
        word=_("Drill overdue") if late else _("Drill"), act=_("Open"),
    )  # fmt: skip


def item_rows(actor: Actor, on: date) -> Sequence[WorkRow]:
    """One's own items; those to verify at one's places; for who approves, those late for more than two weeks."""
    if not any(actor.may(one) for one in (KEEP, ACT, APPROVE)):
        return []
    wanted = Q(owner_id=actor.pk, state=ItemState.OPEN)
    if actor.may(KEEP):
        wanted |= Q(covered(actor, KEEP), state=ItemState.DONE) & ~Q(done_by=actor.pk)
    if actor.may(APPROVE):
        wanted |= Q(covered(actor, APPROVE), state=ItemState.OPEN, due_on__lt=on - FURTHER)
    rows = items_for(actor, KEEP, ACT, APPROVE).filter(wanted).order_by("due_on", "pk")[:ROWS]
    return [_item(one, actor, on) for one in rows]


def _item(one: AfterAction, actor: Actor, on: date) -> WorkRow:
    if one.state == ItemState.DONE:
        return WorkRow(
            who=one.says, url=reverse("preparedness:item-verify", args=[one.pk]), where=one.place.shown,
            why=_("%(who)s says that it is mended. Look, and write it down.") % {"who": one.done_by_name},
            status="waiting", word=_("To verify"), act=_("Verify"), due_on=one.due_on,
        )  # fmt: skip
    late, is_own = one.is_overdue(on), one.owner_id == actor.pk
    why = one.whose if is_own else _("%(post)s: late, and brought before you.") % {"post": one.whose}
    return WorkRow(
        who=one.says, url=reverse("preparedness:item-done", args=[one.pk]), where=one.place.shown, why=why,
        due_on=one.due_on, status="overdue" if late else "waiting", word=_("Overdue") if late else _("To be mended"),
        act=_("Write it down"),
    )  # fmt: skip
