"""What is counted of the response loop: steps, obstacles, and days lost in a period by people held now."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import F

from rihai.accounts.acting import asked_at
from rihai.accounts.standing import local_day
from rihai.kit.actor import Actor
from rihai.legal.response.queries.inside import lost_of_people
from rihai.legal.response.queries.sight import steps_for
from rihai.legal.response.tables import reasons


def steps_between(actor: Actor, since: date, until: date) -> Any:
    """Steps on lines between two days, the second not included: `on`, person_id, place_id, act, provision, case_id.

    The query of which the ways from reached to released are measured.
    """
    return (
        steps_for(actor)
        .filter(on__gte=since, on__lt=until)
        .order_by("on", "at")
        .values(
            "on", "person_id", "act", "response_id", place_id=F("person__held_at"), provision=F("response__provision"),
            case_id=F("response__case_id"),
        )
    )  # fmt: skip


def obstacles_between(actor: Actor, since: date, until: date) -> Any:
    """Refusals for a reason of law or practice: `on`, person_id, place_id, reason, provision."""
    codes = [code for code, one in reasons().items() if one.feeds in {"law", "practice"}]
    return (
        steps_for(actor)
        .filter(act="refused", reason__in=codes, on__gte=since, on__lt=until)
        .order_by("on", "at")
        .values("on", "person_id", "reason", place_id=F("person__held_at"), provision=F("response__provision"))
    )


def days_lost_between(actor: Actor, since: date, until: date) -> list[dict[str, Any]]:
    """Days of the period lost by each person held now, with every condition met: one row a person, `on` the last day.

    Whoever has been released is kept with the release, which stops the count.
    """
    end = min(until, local_day(asked_at()))
    rows = []
    for one in lost_of_people(None, actor=actor):
        days = (end - max(since, one.met_from)).days if one.met_from else 0
        if days > 0:
            rows.append(
                {"on": date.fromordinal(end.toordinal() - 1), "person_id": one.person_id, "place_id": one.place_id,
                 "cause": one.cause, "court": one.court, "days": days}
            )  # fmt: skip
    return rows
