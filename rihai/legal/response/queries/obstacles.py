"""What stands in the way, counted from refusals: of law or of practice, facts that are not known, open questions."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, QuerySet

from rihai.kit.actor import Actor
from rihai.legal.response.models import Response, State, Step
from rihai.legal.response.queries.sight import responses_for, steps_for
from rihai.legal.response.tables import Reason, reasons
from rihai.places.models import Inside

FEEDS = ("law", "practice", "open_issue", "cannot_tell")


@dataclass(frozen=True, slots=True)
class Obstacle:
    """One reason: how often it was given, and to how many people."""

    reason: Reason
    times: int
    people: int


@dataclass(frozen=True, slots=True)
class Obstacles:
    """Reasons given in a period by what they feed, most first; the provisions they were given on; facts in doubt."""

    by_feed: dict[str, list[Obstacle]]
    provisions: list[tuple[str, int]]
    doubtful: list[tuple[str, int]]


def refusals(since: date, until: date, *, actor: Actor, place: int | None = None) -> QuerySet[Step]:
    """Refusals written down in a period; the last day is not in it."""
    rows = steps_for(actor).filter(act="refused", on__gte=since, on__lt=until)
    return rows if place is None else rows.filter(person__held_at__in=_inner(place))


def obstacles(since: date, until: date, *, actor: Actor, place: int | None = None) -> Obstacles:
    """Counted from the refusals that the actor sees; four queries however many they are."""
    rows = refusals(since, until, actor=actor, place=place).order_by()
    counted = rows.values("reason").annotate(times=Count("pk"), people=Count("person", distinct=True))
    by_feed: dict[str, list[Obstacle]] = {name: [] for name in FEEDS}
    for one in sorted(counted, key=lambda row: (-row["times"], row["reason"])):
        why = reasons().get(one["reason"])
        if why and why.feeds in by_feed:
            by_feed[why.feeds].append(Obstacle(why, one["times"], one["people"]))
    open_ = {code for code, why in reasons().items() if why.feeds == "open_issue"}
    asked = rows.filter(reason__in=open_).values_list("response__provision").annotate(n=Count("pk"))
    waiting = responses_for(actor).filter(state=State.REFUSED).exclude(doubtful="")
    if place is not None:
        waiting = waiting.filter(person__held_at__in=_inner(place))
    doubted = waiting.order_by().values_list("doubtful").annotate(n=Count("person", distinct=True))
    return Obstacles(by_feed, _most(asked), _most(doubted))


def open_issues_of(provision: str) -> QuerySet[Response]:
    """Answers refused because a court reads the provision otherwise: what its pack should name as an open question."""
    codes = [code for code, why in reasons().items() if why.feeds == "open_issue"]
    return Response.objects.filter(provision=provision, reason__in=codes)


def _inner(place: int) -> Any:
    return Inside.objects.filter(outer=place).values("inner_id")


def _most(pairs: Iterable[Any]) -> list[tuple[str, int]]:
    return sorted(((str(name), int(n)) for name, n in pairs), key=lambda pair: (-pair[1], pair[0]))
