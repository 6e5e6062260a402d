"""What can be counted of mentoring, for reports, within need-to-know."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.db.models import Case, DateField, ExpressionWrapper, F, FloatField, Q, UUIDField, Value, When
from django.db.models.functions import Cast, Greatest
from django.utils.translation import gettext_lazy as _

from rihai.casework.mentoring.models import MatchState, MentorDecision, Outcome
from rihai.casework.mentoring.queries.reach import matches_for, meetings_for, volunteers_for
from rihai.casework.mentoring.queries.volunteers import in_force
from rihai.kit.actor import Actor
from rihai.kit.offers import Measure

HOUR = 60.0


def mentors(actor: Actor, _first: date, end: date) -> Any:
    """Volunteers who may mentor on the last day of a period, each by the decision that holds; nobody we serve."""
    last = end - timedelta(days=1)
    mine = volunteers_for(actor).filter(in_force(last), applied_on__lt=end)
    holds = MentorDecision.objects.filter(accepted=True, volunteer__in=mine, until=F("volunteer__vetted_until"))
    return holds.annotate(
        on=Value(last, output_field=DateField()), person_id=Value(None, output_field=UUIDField()),
        place_id=F("volunteer__place_id"), was_inside=F("volunteer__was_inside"),
    ).values("on", "person_id", "place_id", "was_inside")  # fmt: skip


def matched(actor: Actor, first: date, end: date) -> Any:
    """People who had a mentor in a period, whether the match began in it or before."""
    began = Q(started_on__lt=end) & (Q(ended_on__isnull=True) | Q(ended_on__gt=first))
    rows = matches_for(actor).filter(began)
    return rows.annotate(
        on=Greatest(F("started_on"), Value(first, output_field=DateField())), place_id=F("person__held_at_id")
    ).values("on", "person_id", "place_id", "state")


def begun(actor: Actor, first: date, end: date) -> Any:
    """Matches begun in a period."""
    rows = matches_for(actor).filter(started_on__gte=first, started_on__lt=end)
    return rows.annotate(on=F("started_on"), place_id=F("person__held_at_id")).values(
        "on", "person_id", "place_id", "state"
    )


def ended(actor: Actor, first: date, end: date) -> Any:
    """Matches ended in a period, by why."""
    rows = matches_for(actor).filter(state=MatchState.ENDED, started_on__isnull=False)
    rows = rows.filter(ended_on__gte=first, ended_on__lt=end)
    return rows.annotate(on=F("ended_on"), place_id=F("person__held_at_id")).values(
        "on", "person_id", "place_id", "ending"
    )


def meetings(actor: Actor, first: date, end: date) -> Any:
    """Meetings held in a period, and their hours."""
    rows = meetings_for(actor).filter(outcome=Outcome.MET, on__gte=first, on__lt=end)
    hours = ExpressionWrapper(Cast("minutes", FloatField()) / Value(HOUR), output_field=FloatField())
    when = Case(When(before_release=True, then=Value("before")), default=Value("after"))
    return rows.annotate(place_id=F("person__held_at_id"), hours=hours, when=when).values(
        "on", "person_id", "place_id", "how", "when", "hours"
    )


MEASURES = (
    Measure(
        code="casework.mentors", title=_("Mentors who may be matched"), unit="acts",
        definition=_("Volunteers whose vetting, training and agreement hold on the last day of the period."),
        includes=_("Volunteers without anybody now, and those once inside."),
        excludes=_("Applications, and volunteers of whom one of the three has run out."),
        counted=mentors, by=("was_inside",),
    ),
    Measure(
        code="casework.mentored", title=_("People who had a mentor"), unit="people",
        definition=_("People with a match that began and had not ended before the period."),
        includes=_("Everybody once, however many mentors they had; paused matches too."),
        excludes=_("Proposals that did not begin."),
        counted=matched, by=("state",),
    ),
    Measure(
        code="casework.matches.begun", title=_("Matches begun"), unit="acts",
        definition=_("Matches to which person and mentor both said yes in the period."),
        includes=_("A second match of one person."),
        excludes=_("Proposals."),
        counted=begun, by=("state",),
    ),
    Measure(
        code="casework.matches.ended", title=_("Matches ended"), unit="acts",
        definition=_("Matches that ended in the period, by why."),
        includes=_("Endings nobody planned."),
        excludes=_("Proposals that were declined, and pauses."),
        counted=ended, by=("ending",),
    ),
    Measure(
        code="casework.mentor_meetings", title=_("Meetings of people and mentors"), unit="acts",
        definition=_("Meetings that were held in the period, before and after release."),
        includes=_("Visits, meetings outside, telephone and video."),
        excludes=_("Attempts at which nobody was met."),
        counted=meetings, by=("how", "when"),
    ),
    Measure(
        code="casework.mentor_hours", title=_("Hours of mentoring"), unit="acts",
        definition=_("The hours of the meetings that were held in the period."),
        includes=_("Visits, meetings outside, telephone and video."),
        excludes=_("Ways, training and supervision."),
        counted=meetings, by=("how", "when"), amount="hours",
    ),
)  # fmt: skip
