"""What plans show elsewhere: on the page of a person and of a case, on the timeline, in My work."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Count, Q
from django.urls import reverse
from django.utils.translation import gettext as _

from rihai.accounts.operations.house import as_house
from rihai.casework.cases.models import Case
from rihai.casework.cases.panels import DueLine
from rihai.casework.plans.models import AtOnce, FirstDays, Goal, GoalState, Plan, PlanReview, Step
from rihai.casework.plans.queries.first_days import (
    calls_open,
    due_of,
    is_to_ask,
    open_call_of,
    to_ask,
)
from rihai.casework.plans.queries.plans import plans_of, reviews_due, steps_due, unkept
from rihai.casework.plans.queries.sight import may_read, may_write, rows_for
from rihai.kit.actor import Actor
from rihai.kit.classes import DataClass
from rihai.kit.offers import Happening, WorkRow
from rihai.people.models import Person

ROWS = 15
SOON = 7
"""Days in which a step or a review that comes is named beforehand."""


def of_person(actor: Actor, person_id: UUID, today: date) -> dict[str, Any] | None:
    """The plans of a person, the talk of the first days, and what may be begun; nothing for whom it is no work."""
    if not may_read(actor):
        return None
    plans = plans_of(person_id, actor=actor)[:3]
    person = Person.objects.get(pk=person_id)
    first = rows_for(FirstDays, actor).filter(person=person_id).first() if may_write(actor) else None
    open_now = [one for one in plans if one.done_on is None]
    if not (plans or first or may_write(actor)):
        return None
    return {
        "person_id": person_id, "plans": plans, "first": first, "today": today, "may_write": may_write(actor),
        "waiting": _waiting(open_now, actor), "has_open": bool(open_now), "call": open_call_of(person_id, actor=actor),
        "is_wanted": is_to_ask(person, actor=actor, on=today),
    }  # fmt: skip


def of_case(actor: Actor, case: Case, _today: date) -> dict[str, Any] | None:
    """The plan of a case, or that there is none; a plan of the person that is of no case stands there too."""
    if not may_read(actor):
        return None
    found = rows_for(Plan, actor).filter(Q(case=case) | Q(case=None), person=case.person_id, data_class=case.data_class)
    plans = list(found[:3])
    return {
        "plans": plans, "waiting": _waiting(plans, actor), "may_write": may_write(actor) and case.is_open,
        "person_id": case.person_id, "case_id": case.pk,
    }  # fmt: skip


def due_in_cases(actor: Actor, case_ids: Sequence[UUID], on: date) -> Mapping[UUID, Sequence[DueLine]]:
    """The steps of plans of these cases that are overdue or due within a week."""
    until = on + timedelta(days=SOON)
    found = rows_for(Step, actor).filter(plan__case__in=case_ids, plan__done_on=None, done_on=None, due_on__lte=until)
    lines: dict[UUID, list[DueLine]] = {}
    for step in found.select_related("plan").order_by("due_on", "pk"):
        if step.plan and step.plan.case_id and step.due_on:
            url = reverse("casework:step-end", args=[step.pk])
            lines.setdefault(step.plan.case_id, []).append(DueLine(due_on=step.due_on, says=step.kind_says, url=url))
    return lines


def due_by_worker(actor: Actor, on: date) -> Mapping[UUID, tuple[int, int]]:
    """For each account, steps due in the next week and steps overdue, of those the actor sees."""
    found = rows_for(Step, actor).filter(done_on=None, due_on__lte=on + timedelta(days=SOON), owner_id__isnull=False)
    counted = found.order_by().values("owner_id").annotate(n=Count("pk"), late=Count("pk", filter=Q(due_on__lt=on)))
    return {row["owner_id"]: (row["n"] - row["late"], row["late"]) for row in counted if row["owner_id"]}


def _waiting(plans: Sequence[Plan], actor: Actor) -> int:
    return rows_for(Step, actor).filter(plan__in=[one.pk for one in plans], done_on=None).count() if plans else 0


def timeline(actor: Actor, person_id: UUID) -> Sequence[Happening]:
    """What plans add to a person's timeline."""
    found: list[Happening] = []
    for plan in rows_for(Plan, actor).filter(person=person_id):
        url = reverse("casework:plan", args=[plan.pk])
        found.append(Happening(on=plan.begun_on, says=_("A plan was begun"), source=plan.made_by_name, url=url))
        if plan.done_on:
            says = _("The plan was closed: %(why)s") % {"why": plan.get_closed_how_display()}
            found.append(Happening(on=plan.done_on, says=says, source=plan.owner_name, url=url))
    for review in rows_for(PlanReview, actor).filter(person=person_id):
        url = reverse("casework:plan", args=[review.plan_id])
        found.append(
            Happening(on=review.on, says=_("The plan was looked at together"), source=review.made_by_name, url=url)
        )
    for goal in rows_for(Goal, actor).filter(person=person_id, state=GoalState.REACHED, ended_on__isnull=False):
        url = reverse("casework:plan", args=[goal.plan_id])
        assert goal.ended_on is not None, "asked for above"
        found.append(Happening(on=goal.ended_on, says=_("A goal was reached"), source="", url=url))
    for talk in rows_for(FirstDays, actor).filter(person=person_id, spoke=True) if may_write(actor) else ():
        url = reverse("casework:first-days-of", args=[person_id])
        found.append(
            Happening(on=talk.asked_on, says=_("Spoken with in the first days"), source=talk.made_by_name, url=url)
        )
    return found


def call_rows(actor: Actor, _on: date) -> Sequence[WorkRow]:
    """People to whom somebody must go now; why is not said here."""
    if not may_write(actor):
        return []
    return [_call_row(one) for one in calls_open(actor, most=ROWS)]


def _call_row(one: AtOnce) -> WorkRow:
    return WorkRow(
        who=_name(one.person), url=reverse("casework:call", args=[one.pk]), why=_("Somebody must go to them now."),
        where=_where(one.person), status="critical", word=_("At once"), act=_("What is to be done"),
        person_id=one.person_id,
    )  # fmt: skip


def first_days_rows(actor: Actor, on: date) -> Sequence[WorkRow]:
    """Who came lately where the actor works, and was not spoken with."""
    return [_ask_row(one, on) for one in to_ask(actor, on=on, most=ROWS)]


def _ask_row(person: Person, on: date) -> WorkRow:
    due = due_of(person)
    return WorkRow(
        who=_name(person), url=reverse("casework:first-days-of", args=[person.pk]),
        why=_("Nobody has spoken with them since they came."), where=_where(person), due_on=due,
        status="overdue" if due < on else "waiting", word=_("Late") if due < on else _("To ask"),
        act=_("Speak with them"), person_id=person.pk,
    )  # fmt: skip


def step_rows(actor: Actor, on: date) -> Sequence[WorkRow]:
    """Steps the actor does, or asks after."""
    if not may_read(actor):
        return []
    return [_step_row(one, on) for one in steps_due(actor, on=on, days=SOON, most=ROWS)]


def _step_row(step: Step, on: date) -> WorkRow:
    late = step.is_overdue(on)
    return WorkRow(
        who=_name(step.person), url=reverse("casework:step-end", args=[step.pk]),
        why=_("%(what)s (%(who)s)") % {"what": step.kind_says, "who": step.owner_name or step.get_owned_by_display()},
        where=_where(step.person), due_on=step.due_on, status="overdue" if late else "waiting",
        word=_("Overdue") if late else _("To do"), act=_("What came of it"), person_id=step.person_id,
    )  # fmt: skip


def review_rows(actor: Actor, on: date) -> Sequence[WorkRow]:
    """Plans of the actor's that are to be looked at again."""
    if not may_read(actor):
        return []
    return [_review_row(one, on) for one in reviews_due(actor, on=on, days=SOON, most=ROWS)]


def _review_row(plan: Plan, on: date) -> WorkRow:
    late = plan.is_overdue(on)
    return WorkRow(
        who=_name(plan.person), url=reverse("casework:plan-review", args=[plan.pk]),
        why=_("Look at the plan together."), where=_where(plan.person), due_on=plan.due_on,
        status="overdue" if late else "waiting", word=_("Overdue") if late else _("To look at"),
        act=_("Look at it together"), person_id=plan.person_id,
    )  # fmt: skip


def unkept_rows(actor: Actor, on: date) -> Sequence[WorkRow]:
    """Plans whose keeper works here no more, and those that came to the actor for that."""
    came = _("Whoever kept this plan works here no more. Give it to somebody, or keep it.")
    return [
        WorkRow(
            who=_name(one.person), url=reverse("casework:plan-change", args=[one.pk]), where=_where(one.person),
            why=came if one.handed_up_on else
            _("%(who)s kept this plan and works here no more.") % {"who": one.owner_name},
            due_on=one.due_on, status="warning",
            word=_("Came to you") if one.handed_up_on else _("Nobody keeps it"), act=_("Give it to somebody"),
            person_id=one.person_id,
        )
        for one in unkept(actor, on=on, most=ROWS)
    ]  # fmt: skip


def _name(person: Person) -> str:
    return person.full_name or _("Name not known")


def _where(person: Person) -> str:
    return person.held_at.shown if person.held_at else ""


def extract(person_id: UUID) -> Sequence[tuple[Any, Sequence[tuple[Any, Any]]]]:
    """What is held here of a person, for herself: her plans and what she said. No note of ours, nothing sealed."""
    sealed = Q(data_class=DataClass.SEALED)
    with as_house():
        goals = list(Goal.objects.filter(person=person_id).exclude(sealed))
        steps = list(Step.objects.filter(person=person_id).exclude(sealed))
        plans = list(Plan.objects.filter(person=person_id).exclude(sealed))
        talks = list(FirstDays.objects.filter(person=person_id))
    return [
        *((_("Your plan"), [(_("Begun on"), one.begun_on), (_("Kept by"), one.owner_name)]) for one in plans),
        *((_("What you want"), [(one.get_state_display(), one.words)]) for one in goals),
        *((_("A step"), [(one.shown, one.get_outcome_display() or one.due_on)]) for one in steps),
        *((_("First days inside"), _talk(one)) for one in talks),
    ]


def _talk(one: FirstDays) -> list[tuple[Any, Any]]:
    return [
        (_("Asked on"), one.asked_on), (_("Children at home"), one.children_home),
        (_("Tonight"), one.get_children_tonight_display()), (_("Call home"), one.get_call_home_display()),
        (_("Clothes"), one.get_clothing_display()), (_("What is done first"), one.first_thing or ""),
    ]  # fmt: skip
