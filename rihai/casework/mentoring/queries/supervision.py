"""Whose supervision is due: once a month each mentor who is with somebody."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

from django.db.models import Max, Min

from rihai.accounts.acting import asked_at
from rihai.accounts.operations.house import as_house
from rihai.casework.mentoring.models import MatchState, MentorMatch, MentorSupervision, Volunteer
from rihai.casework.mentoring.queries.reach import volunteers_for
from rihai.kit.actor import Actor

MONTHLY = timedelta(days=31)


def supervision_due(actor: Actor, on: date) -> list[tuple[Volunteer, date]]:
    """Mentors with a running match who were not supervised for a month, with the day by which they should have been.

    When their matches began is asked as the house, since the asker may not see all their people.
    """
    mine = {one.pk: one for one in volunteers_for(actor).select_related("place")}
    with as_house(asked_at()):
        running = MentorMatch.objects.filter(volunteer__in=list(mine), state=MatchState.RUNNING).order_by()
        begun = running.values_list("volunteer").annotate(since=Min("started_on"))
        since: dict[UUID, date | None] = dict(begun)
        rows = MentorSupervision.objects.filter(volunteer__in=list(since)).order_by()
        last: dict[UUID, date] = dict(rows.values_list("volunteer").annotate(last_on=Max("on")))
    due: list[tuple[Volunteer, date]] = []
    for key, started_on in since.items():
        from_on = last.get(key) or started_on
        if from_on is not None and from_on + MONTHLY <= on:
            due.append((mine[key], from_on + MONTHLY))
    return sorted(due, key=lambda row: (row[1], row[0].pk))
