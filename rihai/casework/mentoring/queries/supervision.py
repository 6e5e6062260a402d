"""Whose supervision is due: once a month each mentor who is with somebody."""

from __future__ import annotations

from datetime import date, timedelta

from django.db.models import Exists, Max, OuterRef

from rihai.casework.mentoring.models import MatchState, MentorMatch, Volunteer
from rihai.casework.mentoring.queries.reach import volunteers_for
from rihai.kit.actor import Actor

MONTHLY = timedelta(days=31)


def supervision_due(actor: Actor, on: date) -> list[tuple[Volunteer, date]]:
    """Mentors with a running match who were not supervised for a month, with the day by which they should have been."""
    running = MentorMatch.objects.filter(volunteer=OuterRef("pk"), state=MatchState.RUNNING)
    found = (
        volunteers_for(actor)
        .filter(Exists(running))
        .annotate(last_on=Max("mentorsupervision_rows__on"), since=Max("matches__started_on"))
    )
    due: list[tuple[Volunteer, date]] = []
    for one in found.select_related("place"):
        last = getattr(one, "last_on", None) or getattr(one, "since", None)
        if last is not None and last + MONTHLY <= on:
            due.append((one, last + MONTHLY))
    return sorted(due, key=lambda pair: (pair[1], pair[0].pk))
