"""Measures for whoever sums them: rows with a day, a person and a place, within need-to-know."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.db.models import Case, F, Value, When
from django.db.models import QuerySet as Rows
from django.utils.translation import gettext_lazy as _

from rihai.casework.plans.models import FirstDays, Goal, GoalState, Plan
from rihai.casework.plans.queries.first_days import WITHIN
from rihai.casework.plans.queries.sight import rows_for
from rihai.kit.actor import Actor
from rihai.kit.offers import Measure

PLACE = F("person__held_at_id")
SEX = F("person__sex")


def plans_begun(actor: Actor, first: date, end: date) -> Rows[Any, Any]:
    """Plans begun between two days."""
    rows = rows_for(Plan, actor).filter(begun_on__gte=first, begun_on__lt=end)
    return rows.values("person_id", on=F("begun_on"), place_id=PLACE, sex=SEX)


def goals_reached(actor: Actor, first: date, end: date) -> Rows[Any, Any]:
    """Goals reached between two days, by domain."""
    rows = rows_for(Goal, actor).filter(state=GoalState.REACHED, ended_on__gte=first, ended_on__lt=end)
    return rows.values("person_id", "domain", on=F("ended_on"), place_id=PLACE, sex=SEX)


def first_days(actor: Actor, first: date, end: date) -> Rows[Any, Any]:
    """Talks of the first days between two days; in time or not, or not known where nobody knows when she came."""
    rows = rows_for(FirstDays, actor).filter(spoke=True, asked_on__gte=first, asked_on__lt=end)
    in_time = Case(
        When(admitted_on__isnull=True, then=Value("not_known")),
        When(asked_on__lte=F("admitted_on") + Value(WITHIN), then=Value("yes")),
        default=Value("no"),
    )
    return rows.values("person_id", on=F("asked_on"), place_id=PLACE, sex=SEX, in_time=in_time)


def within(actor: Actor, first: date, end: date) -> Rows[Any, Any]:
    """Those of them within two days of the admission."""
    return first_days(actor, first, end).filter(in_time="yes")


assert timedelta(days=2) == WITHIN, "the title of the measure says so"
_ONCE = _("Each person once, whatever the number of plans, goals or talks.")
_UNSEEN = _("People, and rows of a class, that the reader does not see.")
MEASURES = (
    Measure(
        code="casework.plans_begun", title=_("People with a plan begun"), unit="people",
        definition=_("People with whom a plan of needs, goals and steps was begun."), includes=_ONCE, excludes=_UNSEEN,
        counted=plans_begun, by=("sex",),
    ),
    Measure(
        code="casework.goals_reached", title=_("Goals reached"), unit="acts",
        definition=_("Goals in a person’s own words that were said to be reached."),
        includes=_("Every goal by itself; people are counted apart."),
        excludes=_("Goals partly reached or let go, and those the reader does not see."), counted=goals_reached,
        by=("domain", "sex"),
    ),
    Measure(
        code="casework.people_with_goal_reached", title=_("People who reached a goal"), unit="people",
        definition=_("People of whom at least one goal in their own words was reached."), includes=_ONCE,
        excludes=_UNSEEN, counted=goals_reached, by=("domain", "sex"),
    ),
    Measure(
        code="casework.first_days", title=_("People spoken with in the first days"), unit="people",
        definition=_("People who were asked about children, a call home, medicine, clothing and how they are."),
        includes=_("Those asked later than two days after they came, and those of whom nobody knows when they came."),
        excludes=_("Those who did not want to speak."), counted=first_days, by=("in_time", "sex"),
    ),
    Measure(
        code="casework.first_days_in_time", title=_("People spoken with within 48 hours"), unit="people",
        definition=_("Those of them spoken with at the latest on the second day after the day of admission."),
        includes=_ONCE, excludes=_("Those of whom nobody knows when they came."), counted=within, by=("sex",),
    ),
)  # fmt: skip
