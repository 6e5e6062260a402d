"""What can be counted of leaving prison and the two years after: people once, with what they are a share of."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.db.models import Case, CharField, DateField, ExpressionWrapper, F, OuterRef, Q, Subquery, Value, When
from django.db.models import QuerySet as Rows
from django.utils.translation import gettext_lazy as _

from rihai.casework.aftercare.models import (
    ContactState,
    FamilyContact,
    FollowUp,
    Met,
    Outcome,
    PlanState,
    ReleasePlan,
)
from rihai.casework.aftercare.queries.sight import seen
from rihai.kit.actor import Actor
from rihai.kit.offers import Measure

IN_TIME = timedelta(days=30)


def _left(actor: Actor, first: date, end: date) -> Rows[ReleasePlan]:
    return ReleasePlan.objects.filter(seen(actor), left_on__gte=first, left_on__lt=end)


def _by_plan(rows: Rows[ReleasePlan], day: str) -> Any:
    early = ExpressionWrapper(F("left_on") - Value(IN_TIME), output_field=DateField())
    in_time = Case(When(begun_on__lte=early, then=Value("yes")), default=Value("no"), output_field=CharField())
    return rows.annotate(on=F(day), in_time=in_time).values("on", "person_id", "place_id", "in_time", "met", "because")


def released(actor: Actor, first: date, end: date) -> Any:
    """People who left between two days and whom a plan follows."""
    return _by_plan(_left(actor, first, end), "left_on")


def in_time(actor: Actor, first: date, end: date) -> Any:
    """Those of them whose plan had begun thirty days before."""
    return released(actor, first, end).filter(in_time="yes")


def met(actor: Actor, first: date, end: date) -> Any:
    """Those of them who were met at the gate."""
    return released(actor, first, end).filter(met=Met.YES)


def returned(actor: Actor, first: date, end: date) -> Any:
    """People who came back into custody between two days, of those whom a plan followed."""
    rows = ReleasePlan.objects.filter(
        seen(actor), state=PlanState.RETURNED, returned_on__gte=first, returned_on__lt=end
    )
    return _by_plan(rows, "returned_on")


def _followups(actor: Actor, first: date, end: date) -> Any:
    rows = FollowUp.objects.filter(seen(actor), attempt=1, due_on__gte=first, due_on__lt=end)
    rows = rows.exclude(~Q(dropped_why=""), outcome="")
    return rows.annotate(on=F("due_on"), place_id=F("plan__place_id"))


def due(actor: Actor, first: date, end: date) -> Any:
    """People who were to be asked after between two days, by interval; those not asked any more are left out."""
    return _followups(actor, first, end).values("on", "person_id", "place_id", "interval")


def reached(actor: Actor, first: date, end: date) -> Any:
    """Those of them who were reached, at the first attempt or a later one, by interval and how they are."""
    asked = FollowUp.objects.filter(plan=OuterRef("plan"), interval=OuterRef("interval"), attempt=1)
    rows = FollowUp.objects.filter(seen(actor), outcome=Outcome.REACHED)
    rows = rows.annotate(on=Subquery(asked.values("due_on")[:1]), place_id=F("plan__place_id"))
    rows = rows.filter(on__gte=first, on__lt=end)
    return rows.values("on", "person_id", "place_id", "interval", "roof", "money", "safe")


def contacts(actor: Actor, first: date, end: date) -> Any:
    """Visits, calls, letters and sessions that took place or failed between two days."""
    rows = FamilyContact.objects.filter(seen(actor), state__in=(ContactState.MADE, ContactState.FAILED))
    rows = rows.filter(done_on__gte=first, done_on__lt=end).annotate(on=F("done_on"), place_id=F("person__held_at_id"))
    return rows.values("on", "person_id", "place_id", "kind", "state", "failed_why")


MEASURES = (
    Measure(
        code="casework.released", title=_("Released with a plan"), unit="people",
        definition=_("People who left custody and whom a release plan follows."),
        includes=_("Plans made on the day of an unexpected release."),
        excludes=_("People of a list whom nobody of the office knew."),
        counted=released, by=("in_time", "met", "because"),
    ),
    Measure(
        code="casework.planned_in_time", title=_("Plans begun in time"), unit="people",
        definition=_("Those released whose plan had begun at least thirty days before they left."),
        includes=_("Plans that began by themselves or by hand."),
        excludes=_("Plans begun later, or on the day of release."),
        counted=in_time, by=("because",),
    ),
    Measure(
        code="casework.met", title=_("Met at the gate"), unit="people",
        definition=_("Those released who were met by somebody they wanted."),
        includes=_("Family, mentor, our office, a shelter home."),
        excludes=_("Who wanted to leave alone, and who was not met."),
        counted=met, by=("because",),
    ),
    Measure(
        code="casework.followups_due", title=_("To be asked after"), unit="people",
        definition=_("People whose follow-up of an interval fell due."),
        includes=_("Whatever came of it, and those nobody has asked after."),
        excludes=_("Who is back in custody, died, or wants no contact, from then on."),
        counted=due, by=("interval",),
    ),
    Measure(
        code="casework.followups_reached", title=_("Asked after and reached"), unit="people",
        definition=_("Those of them who were reached, at the first attempt or a later one."),
        includes=_("Every way in which they were reached."),
        excludes=_("Not reached, not to be found, no contact wanted: these stay in the number due."),
        counted=reached, by=("interval", "roof", "money", "safe"),
    ),
    Measure(
        code="casework.returned", title=_("Back in custody"), unit="people",
        definition=_("People followed by a plan who were taken into custody again, by the record."),
        includes=_("Whatever the reason; it is nobody’s fault here."),
        excludes=_("Who was lost to follow-up: whether they returned is not known."),
        counted=returned, by=("because",),
    ),
    Measure(
        code="casework.family_contacts", title=_("Family contacts"), unit="acts",
        definition=_("Visits, calls, letters and family sessions, by what came of them."),
        includes=_("Those that failed, with the reason."),
        excludes=_("Wishes that nobody has answered yet."),
        counted=contacts, by=("kind", "state", "failed_why"),
    ),
)  # fmt: skip
