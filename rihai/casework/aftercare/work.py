"""What this part puts into My work: plans, points, people to be asked after, days with an officer, families."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Any

from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils.translation import gettext as _

from rihai.casework.aftercare.models import (
    ChildOutside,
    FamilyContact,
    HowChildIs,
    PlanPoint,
    PlanState,
    ReleasePlan,
)
from rihai.casework.aftercare.queries.family import wishes_due
from rihai.casework.aftercare.queries.plans import (
    LIVE,
    followups_due,
    officer_days_due,
    plans_for,
    waiting_points,
)
from rihai.casework.aftercare.queries.sight import (
    MENTOR,
    SUPERVISE,
    may_care,
    may_follow,
    may_keep,
    reads_health,
    seen,
)
from rihai.casework.aftercare.tables import points
from rihai.casework.health.queries.care import goes_on_of
from rihai.kit.actor import Actor
from rihai.kit.offers import WorkRow
from rihai.people.models import Person

ROWS = 12
WEEK, MONTH = timedelta(days=7), timedelta(days=30)
MEDICINE = "medicine"
"""The point of the list by which care goes on after the gate."""


def plan_rows(actor: Actor, on: date) -> Sequence[WorkRow]:
    """Plans of the actor's whose day is near, those that came to them as nobody's, and those that are nobody's.

    Of whom nobody asks after stands first.
    """
    if not may_keep(actor):
        return []
    found = plans_for(actor).filter(
        Q(state=PlanState.AFTER, owner_id=None)
        | Q(state=PlanState.OPEN, owner_id=None)
        | Q(state=PlanState.OPEN, owner_id=actor.pk, planned_on__lte=on + WEEK)
        | Q(state__in=LIVE, owner_id=actor.pk, handed_up_on__isnull=False)
    )
    rows = found.select_related("person", "person__held_at").order_by("state", "earliest_on", "pk")[:ROWS]
    return [_plan_row(one) for one in rows]


def _plan_row(one: ReleasePlan) -> WorkRow:
    if one.handed_up_on is not None:
        return WorkRow(
            **_who(one.person), url=reverse("casework:release-plan", args=[one.pk]),
            why=_("Nobody else had this release plan. Hand it on, or keep it."), due_on=one.handed_up_on,
            status="overdue", word=_("Came to you"), act=_("Hand it on"),
        )  # fmt: skip
    left = one.state == PlanState.AFTER
    day = one.left_on if left else one.planned_on or one.earliest_on
    why = _("Released, and nobody asks after them yet.") if left else _("A release plan is to be made.")
    return WorkRow(
        **_who(one.person), url=reverse("casework:release-plan", args=[one.pk]), why=why, due_on=day,
        status="overdue" if left else "waiting", word=_("Today") if left else _("Nobody’s yet"),
        act=_("Take it") if one.owner_id is None else _("Open it"),
    )  # fmt: skip


def _who(person: Person) -> dict[str, Any]:
    held = person.held_at
    return {
        "who": person.full_name or _("Name not known"), "where": held.shown if held else "", "person_id": person.pk,
    }  # fmt: skip


def point_rows(actor: Actor, on: date) -> Sequence[WorkRow]:
    """Points in hand that nobody sees to, or whose day has come; of health for whoever cares for it, too."""
    if not (may_keep(actor) or may_care(actor)):
        return []
    mine = waiting_points(actor, on).filter(Q(owner_id=actor.pk) | Q(owner_id=None))
    if not may_keep(actor):
        mine = mine.filter(reads_health(actor), code__in=[one.code for one in points().values() if one.is_health])
    return [*_care_rows(actor, on), *_point_rows(mine.order_by("due_on", "pk")[:ROWS], on)]


def _care_rows(actor: Actor, on: date) -> Sequence[WorkRow]:
    """Who may leave within a month with care that must go on, and nobody of health has said what goes along."""
    if not may_care(actor):
        return []
    said = PlanPoint.objects.filter(plan=OuterRef("pk"), code=MEDICINE)
    needs = goes_on_of(actor).filter(person=OuterRef("person"))
    found = plans_for(actor).filter(reads_health(actor), ~Exists(said), Exists(needs), state=PlanState.OPEN)
    soon = found.filter(Q(planned_on__lte=on + MONTH) | Q(planned_on=None, earliest_on__lte=on + MONTH))
    return [
        WorkRow(
            **_who(one.person), url=reverse("casework:release-point", args=[one.pk, MEDICINE]),
            why=_("May leave soon: see that care goes on."), due_on=one.planned_on or one.earliest_on,
            status="waiting", word=_("Nothing said yet"), act=_("Open it"),
        )
        for one in soon.select_related("person", "person__held_at").order_by("earliest_on", "pk")[:ROWS]
    ]  # fmt: skip


def _point_rows(found: Iterable[PlanPoint], on: date) -> Sequence[WorkRow]:
    return [
        WorkRow(
            **_who(one.person), url=reverse("casework:release-point", args=[one.plan_id, one.code]),
            why=points()[one.code].title, due_on=one.due_on, status="overdue" if one.is_overdue(on) else "waiting",
            word=_("Overdue") if one.is_overdue(on) else _("In hand"), act=_("Open it"),
        )
        for one in found
        if one.code in points()
    ]  # fmt: skip


def followup_rows(actor: Actor, on: date) -> Sequence[WorkRow]:
    """Follow-ups by their clock: the actor's own, a supervisor's of everybody once overdue, a mentor's match."""
    if not may_follow(actor):
        return []
    due = followups_due(actor, on + WEEK).order_by("due_on", "pk")
    mine = Q(owner_id=actor.pk) | (Q(owner_id=None) if may_keep(actor) else Q())
    rows = list(due.filter(mine if not actor.may(MENTOR) else Q())[:ROWS])
    if actor.may(SUPERVISE):  # asked apart, or the database reads all that is overdue to sort it with the other
        overdue = due.filter(due_on__lt=on)[:ROWS]
        rows = sorted({one.pk: one for one in (*rows, *overdue)}.values(), key=lambda one: (one.due_on or on, one.pk))
    return [
        WorkRow(
            **_who(one.person), url=reverse("casework:follow-up", args=[one.pk]), why=one.title, due_on=one.due_on,
            status="overdue" if one.is_overdue(on) else "waiting",
            word=_("Overdue") if one.is_overdue(on) else _("To be asked after"), act=_("Ask after them"),
        )
        for one in rows[:ROWS]
    ]  # fmt: skip


def officer_rows(actor: Actor, on: date) -> Sequence[WorkRow]:
    """Days with an officer that come, or of which nothing is written."""
    if not may_keep(actor):
        return []
    rows = officer_days_due(actor, on + timedelta(days=2)).filter(Q(owner_id=actor.pk) | Q(owner_id=None))
    return [
        WorkRow(
            **_who(one.person), url=reverse("casework:officer-day", args=[one.pk]), why=one.get_kind_display(),
            due_on=one.due_on, status="waiting" if one.is_overdue(on) else "not_yet",
            word=_("Kept?") if one.is_overdue(on) else _("To come"), act=_("Write it down"),
        )
        for one in rows.order_by("due_on", "pk")[:ROWS]
    ]  # fmt: skip


def family_rows(actor: Actor, on: date) -> Sequence[WorkRow]:
    """Visits, calls and letters wished for whose day is near, and children whom nobody cares for."""
    if not may_keep(actor):
        return []
    rows = [
        WorkRow(
            **_who(one.person), url=reverse("casework:family", args=[one.person_id]), status="critical",
            why=_("A child outside is alone."), word=_("Nobody cares for the child"), act=_("Look"),
        )
        for one in ChildOutside.objects.filter(seen(actor), how=HowChildIs.ALONE, ended_on=None)
        .select_related("person", "person__held_at")
        .order_by("pk")[:ROWS]
    ]  # fmt: skip
    wished = wishes_due(actor, on + WEEK).filter(Q(owner_id=actor.pk) | Q(owner_id=None)).order_by("due_on", "pk")
    return [*rows, *(_wish_row(one, on) for one in wished[:ROWS])]


def _wish_row(one: FamilyContact, on: date) -> WorkRow:
    late = one.is_overdue(on)
    return WorkRow(
        **_who(one.person), url=reverse("casework:family-contact", args=[one.pk]), why=one.get_kind_display(),
        due_on=one.due_on, status="overdue" if late else "waiting", word=_("Overdue") if late else _("Wished for"),
        act=_("What came of it"),
    )  # fmt: skip
