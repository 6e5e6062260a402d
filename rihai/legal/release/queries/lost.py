"""Days lost in a period: by people held now, and by those who left meanwhile; each day of a person once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from rihai.accounts.acting import asked_day
from rihai.accounts.queries import sees
from rihai.kit.actor import Actor
from rihai.kit.classes import DataClass
from rihai.legal.release.models import DaysKept, ReachKept
from rihai.legal.response.queries.inside import lost_of_people
from rihai.legal.response.tables import causes
from rihai.screening.queries.sight import seen


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days in custody with every condition met, the last not included, and the headings they stand under."""

    person_id: UUID
    place_id: int
    cause: str
    court: str
    first: date
    end: date


def days_lost_between(actor: Actor, since: date, until: date) -> list[dict[str, Any]]:
    """Days of the period, the last not included, that people lost with every condition met: one row a stretch of
    custody, `on` its last day; arguable days are left out. A constant number of queries.

    Whoever left and is held again may be asked from the same day of the law: the later stretch begins where the
    earlier one ended.
    """
    left = list(_of_those_who_left(actor, since, until))
    today = asked_day()
    again: dict[UUID, date] = {}
    for one in left:
        again[one.person_id] = max(one.end, again.get(one.person_id, one.end))
    found = _apart(left)
    for held in lost_of_people(None, actor=actor):
        if held.met_from:
            first = max(held.met_from, again.get(held.person_id, held.met_from))
            found.append(Stretch(held.person_id, held.place_id, held.cause, held.court, first, today))
    return [row for one in found if (row := _within(one, since, until))]


def _within(one: Stretch, since: date, until: date) -> dict[str, Any] | None:
    end = min(until, one.end)
    days = (end - max(since, one.first)).days
    if days <= 0:
        return None
    return {
        "on": end - timedelta(days=1), "person_id": one.person_id, "place_id": one.place_id, "cause": one.cause,
        "court": one.court, "days": days,
    }  # fmt: skip


def _apart(stretches: Iterable[Stretch]) -> list[Stretch]:
    """The stretches of each person one after the other: a day that stands in one stands in no later one."""
    found: list[Stretch] = []
    ends: dict[UUID, date] = {}
    for one in sorted(stretches, key=lambda one: one.end):
        first = max(one.first, ends.get(one.person_id, one.first))
        found.append(Stretch(one.person_id, one.place_id, one.cause, one.court, first, one.end))
        ends[one.person_id] = one.end
    return found


def _of_those_who_left(actor: Actor, since: date, until: date) -> Iterator[Stretch]:
    rows = DaysKept.objects.filter(
        sees(actor, DataClass.PERSONAL), left_on__gt=since, met_from__lt=until, met_days__gt=0
    )
    kept = list(rows.values_list("episode_id", "person_id", "place_id", "met_from", "left_on"))
    reached = ReachKept.objects.filter(seen(actor), left_on__gt=since)
    headings = _headings(reached, {episode for episode, *_rest in kept})
    for episode, person, place, first, end in kept:
        cause, court = headings.get(episode, ("", ""))
        if first is not None:
            yield Stretch(person, place, cause, court, first, end)


def _headings(reached: QuerySet[ReachKept], episodes: set[UUID]) -> dict[UUID, tuple[str, str]]:
    """By time in custody: why the person was still inside, and the court of what opened the gate first."""
    cause: dict[UUID, str] = {}
    court: dict[UUID, str] = {}
    columns = ("episode_id", "provision", "court", "still_inside")
    for episode, provision, at, still_inside in reached.order_by("since_on", "pk").values_list(*columns).iterator():
        if episode not in episodes:
            continue
        if still_inside:
            cause.setdefault(episode, causes().get(provision, ""))
        else:
            court.setdefault(episode, at)
    return {one: (cause.get(one, ""), court.get(one, "")) for one in cause.keys() | court.keys()}
