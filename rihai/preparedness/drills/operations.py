"""How a drill went is written down with its times, and evaluated by the form that the house ships."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from rihai.accounts.standing import local_day
from rihai.kit.actor import Actor
from rihai.kit.audit import append
from rihai.kit.handling import GivenAnswer
from rihai.preparedness.drills.items import new_item
from rihai.preparedness.drills.models import Drill, DrillState, DrillTime
from rihai.preparedness.drills.queries import drill_to_work
from rihai.preparedness.errors import NotSo
from rihai.preparedness.plans.queries import in_force

KIND = "drill"
LATEST = 30
"""Days from the drill in which what was found is to be mended, where the form names no day; set by us."""
MINUTES = ("plan_minutes", "first_minutes", "all_minutes")


@transaction.atomic
def hold(
    *, drill_id: UUID, said: Mapping[str, Any], times: Mapping[UUID, int | None], actor: Actor, at: datetime
) -> Drill:  # fmt: skip
    """A drill was held. `said`: done_on, took_part, led_by, says; `times`: minutes after the alarm, by step of the plan
    in force; None for a step that was not done. Raises NotThere, NotSo."""
    one = drill_to_work(drill_id, actor=actor)
    on = said.get("done_on")
    if one.state != DrillState.PLANNED:
        raise NotSo(_("What became of it is written down already."))
    if on is None or on > local_day(at):
        raise NotSo(_("Say on which day it was held; that day has come."))
    edition = in_force(one.place_id, one.hazard, actor=actor)
    one.state, one.done_on, one.edition = DrillState.HELD, on, edition
    one.took_part, one.says = said.get("took_part"), str(said.get("says") or "").strip()
    one.led_by = str(said.get("led_by") or one.led_by).strip()
    one.version += 1
    one.save()
    steps = {step.pk: step for step in edition.steps.all()} if edition else {}
    DrillTime.objects.bulk_create(
        DrillTime(drill=one, step=steps[pk], minutes=minutes) for pk, minutes in times.items() if pk in steps
    )
    append(
        "preparedness.drill.held", actor=actor, at=at, subject=one.pk, kind=KIND,
        detail={"place": one.place_id, "hazard": one.hazard, "on": on, "has_plan": edition is not None},
    )  # fmt: skip
    return one


@transaction.atomic
def not_held(*, drill_id: UUID, why: str, actor: Actor, at: datetime) -> Drill:
    """It was not held; its rule plans the next one, which is due as this one was. Raises NotThere, NotSo."""
    one = drill_to_work(drill_id, actor=actor)
    if one.state != DrillState.PLANNED:
        raise NotSo(_("What became of it is written down already."))
    if not why.strip():
        raise NotSo(_("Say why it was not held."))
    one.state, one.says = DrillState.NOT_HELD, why.strip()[:1000]
    one.version += 1
    one.save(update_fields=["state", "says", "version"])
    append(
        "preparedness.drill.not_held", actor=actor, at=at, subject=one.pk, kind=KIND,
        detail={"place": one.place_id, "hazard": one.hazard},
    )  # fmt: skip
    return one


@transaction.atomic
def evaluated(answer: GivenAnswer) -> None:
    """The form of a drill was given, or corrected: its figures are kept, and what it wants mended becomes items.

    An item that the form named before is not made twice. Raises NotThere, NotSo.
    """
    one = drill_to_work(UUID(answer.subject), actor=answer.actor)
    if one.state not in (DrillState.HELD, DrillState.EVALUATED) or one.done_on is None:
        raise NotSo(_("Write down first that it was held."))
    values = answer.values
    one.state, one.answer_id = DrillState.EVALUATED, answer.id
    one.found = {name: values.get(name) for name in (*MINUTES, "in_time")}
    one.version += 1
    one.save(update_fields=["state", "answer_id", "found", "version"])
    known = set(one.items.values_list("says", flat=True))
    made = 0
    for row in values.get("actions") or []:
        says = str(row.get("what") or "").strip()[:400]
        if says and says not in known:
            new_item(
                drill=one, place_id=one.place_id, hazard=one.hazard, says=says, whose=str(row.get("by_whom") or ""),
                due_on=_day(row.get("by_day"), answer.at), actor=answer.actor, at=answer.at,
            )  # fmt: skip
            known.add(says)
            made += 1
    append(
        "preparedness.drill.evaluated", actor=answer.actor, at=answer.at, subject=one.pk, kind=KIND,
        detail={"answer": answer.id, "items": made},
    )  # fmt: skip


def _day(said: Any, at: datetime) -> date:
    """The day by which, as the form gives it; never one that has passed."""
    today = local_day(at)
    latest = date.fromordinal(today.toordinal() + LATEST)
    try:
        found = date.fromisoformat(str(said))
    except ValueError:
        return latest
    return found if found > today else latest
