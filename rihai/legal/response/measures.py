"""What is counted of the response loop: steps, and obstacles met."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import F

from rihai.kit.actor import Actor
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
