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
    return Obstacles(by_feed, _most(asked), doubted_facts(actor=actor, place=place))


def in_doubt(*, actor: Actor) -> QuerySet[Response]:
    """Answers that stand refused and name a fact in doubt, as far as the actor sees them."""
    return responses_for(actor).filter(state=State.REFUSED).exclude(doubtful="")


def doubted_facts(*, actor: Actor, place: int | None = None) -> list[tuple[str, int]]:
    """The facts in doubt and of how many people, most first."""
    rows = in_doubt(actor=actor)
    if place is not None:
        rows = rows.filter(person__held_at__in=_inner(place))
    return _most(rows.order_by().values_list("doubtful").annotate(n=Count("person", distinct=True)))


def open_issues_of(provision: str, *, actor: Actor) -> list[Obstacle]:
    """What courts have against a provision, counted from refusals: what its pack should name as an open question."""
    codes = [code for code, why in reasons().items() if why.feeds == "open_issue"]
    rows = steps_for(actor).filter(act="refused", response__provision=provision, reason__in=codes).order_by()
    counted = rows.values("reason").annotate(times=Count("pk"), people=Count("person", distinct=True))
    most = sorted(counted, key=lambda row: (-row["times"], row["reason"]))
    return [Obstacle(reasons()[one["reason"]], one["times"], one["people"]) for one in most]


def _inner(place: int) -> Any:
    return Inside.objects.filter(outer=place).values("inner_id")


def _most(pairs: Iterable[Any]) -> list[tuple[str, int]]:
    return sorted(((str(name), int(n)) for name, n in pairs), key=lambda pair: (-pair[1], pair[0]))
