"""What was asked of us: what waits for an answer, and one of them."""

from __future__ import annotations

from uuid import UUID

from django.db.models import Prefetch

from rihai.casework.cases.capabilities import kept_by
from rihai.casework.cases.models import Intake
from rihai.casework.cases.queries.reach import intakes_for
from rihai.kit.actor import Actor
from rihai.people.queries.people import people_for


def waiting_intakes(*, actor: Actor, start: int = 0, most: int) -> list[Intake]:
    """Those without an answer that the actor could give, the longest wait first."""
    waiting = intakes_for(actor).filter(answer=Intake.Answer.WAITING, data_class__in=kept_by(actor))
    people = Prefetch("person", people_for(actor).select_related("held_at"))
    rows = waiting.select_related("taken_by").prefetch_related(people)
    return list(rows.order_by("on", "pk")[start : start + most])


def intake_seen(intake_id: UUID, *, actor: Actor) -> Intake | None:
    """One that waits; None for who does not see it, or where it is answered."""
    found = intakes_for(actor).filter(pk=intake_id, answer=Intake.Answer.WAITING)
    return found.select_related("person__held_at").first()
