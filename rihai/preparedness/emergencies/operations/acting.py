"""While an emergency goes on: steps are ticked, the log is written, stock goes out, money is asked for."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from rihai.accounts.standing import local_day
from rihai.kit.actor import Actor
from rihai.kit.audit import append
from rihai.preparedness.emergencies.models import Emergency, EmergencyStep, LogLine, State, Ticked, Wrote
from rihai.preparedness.emergencies.queries import emergencies_for, emergency_for, usable_items
from rihai.preparedness.errors import NotSo, NotThere
from rihai.preparedness.money.models import Request
from rihai.preparedness.money.operations import new_request
from rihai.preparedness.money.queries import open_lines
from rihai.preparedness.reach import ACT
from rihai.preparedness.stores.models import Movement
from rihai.preparedness.stores.operations import take

KIND = "emergency"


def going_on(pk: UUID, actor: Actor) -> Emergency:
    """An emergency that is open, locked, for whoever acts there. Raises NotThere, NotSo once it is closed."""
    found = emergency_for(pk, ACT, actor=actor)
    if found.state != State.OPEN:
        raise NotSo(_("This emergency is closed. Nothing was written."))
    return found


def wrote(
    emergency: Emergency, what: Wrote, says: str, *, actor: Actor, at: datetime, step: EmergencyStep | None = None,
    happened_at: datetime | None = None,
) -> LogLine:  # fmt: skip
    """A line of the log, within the act of an operation."""
    return LogLine.objects.create(
        emergency=emergency, wrote=what, says=says[:1000], step=step, happened_at=happened_at or at, at=at,
        by_name=actor.name[:120],
    )  # fmt: skip


@transaction.atomic
def tick(*, step_id: UUID, state: str = Ticked.DONE, note: str = "", actor: Actor, at: datetime) -> EmergencyStep:
    """A step is done, or not needed and why. Raises NotThere, NotSo where somebody ticked it first: theirs stands."""
    step = _step(step_id, actor)
    if state not in {Ticked.DONE, Ticked.NOT_NEEDED}:
        raise NotSo(_("Say whether it is done or not needed."))
    if state == Ticked.NOT_NEEDED and not note.strip():
        raise NotSo(_("Say why it is not needed."))
    rows = EmergencyStep.objects.filter(pk=step.pk, state=Ticked.TO_DO)
    if not rows.update(state=state, done_at=at, done_by_name=actor.name[:120], note=note.strip()[:300]):
        step.refresh_from_db()
        words = {"who": step.done_by_name, "at": f"{localtime(step.done_at):%H:%M}", "state": step.get_state_display()}
        raise NotSo(_("%(who)s ticked this at %(at)s (%(state)s). That stands.") % words)
    step.refresh_from_db()
    what = Wrote.DONE if state == Ticked.DONE else Wrote.NOT_NEEDED
    wrote(step.emergency, what, note.strip(), step=step, actor=actor, at=at)
    detail = {"step": step.order, "state": state}
    append("preparedness.step.ticked", actor=actor, at=at, subject=step.emergency_id, kind=KIND, detail=detail)
    return step


@transaction.atomic
def take_back(*, step_id: UUID, why: str, actor: Actor, at: datetime) -> EmergencyStep:
    """A step was ticked in error: it is to be done again; the log keeps both. Raises NotThere, NotSo."""
    step = _step(step_id, actor)
    if step.state == Ticked.TO_DO or not why.strip():
        raise NotSo(_("Say why the tick is taken back."))
    step.state, step.done_at, step.done_by_name, step.note = Ticked.TO_DO, None, "", ""
    step.save(update_fields=["state", "done_at", "done_by_name", "note"])
    wrote(step.emergency, Wrote.BACK, why.strip(), step=step, actor=actor, at=at)
    detail = {"step": step.order}
    append("preparedness.step.taken_back", actor=actor, at=at, subject=step.emergency_id, kind=KIND, detail=detail)
    return step


@transaction.atomic
def write_log(
    *, emergency_id: UUID, says: str, happened_at: datetime | None = None, actor: Actor, at: datetime
) -> LogLine:  # fmt: skip
    """Write down what happened, at once or later with its moment. Raises NotThere, NotSo."""
    emergency = going_on(emergency_id, actor)
    when = happened_at or at
    if not says.strip():
        raise NotSo(_("Write what happened."))
    if not emergency.began_at <= when <= at:
        raise NotSo(_("It happened since the emergency began, and not later than now."))
    made = wrote(emergency, Wrote.SAID, says.strip(), happened_at=when, actor=actor, at=at)
    append("preparedness.log.written", actor=actor, at=at, subject=emergency.pk, kind=KIND)
    return made


@transaction.atomic
def issue_stock(*, emergency_id: UUID, said: Mapping[str, Any], actor: Actor, at: datetime) -> list[Movement]:
    """Issue from a store within an emergency: item, number, whom. Raises NotThere, NotSo where less is left."""
    emergency = going_on(emergency_id, actor)
    chosen = said.get("item")
    item = usable_items(actor, emergency).filter(pk=chosen.pk).first() if chosen else None
    if item is None:
        raise NotSo(_("Choose what is issued."))
    made = take(item, {**said, "emergency": emergency, "on": local_day(at)}, actor=actor, at=at)
    number = -sum(one.change for one in made)
    wrote(emergency, Wrote.STOCK, f"{number} {item.unit} {item.name} → {said['whom']}", actor=actor, at=at)
    detail = {"item": item.pk, "number": number, "emergency": emergency.pk}
    append("preparedness.issue.written", actor=actor, at=at, subject=item.pk, kind="item", detail=detail)
    return made


@transaction.atomic
def ask_money(*, emergency_id: UUID, said: Mapping[str, Any], actor: Actor, at: datetime) -> Request:
    """Ask for money within an emergency: line, amount, what. Somebody else decides. Raises NotThere, NotSo."""
    emergency = going_on(emergency_id, actor)
    chosen = said.get("line")
    line = open_lines(emergency.place_id, local_day(at)).filter(pk=chosen.pk).first() if chosen else None
    if line is None:
        raise NotSo(_("Choose a line of crisis money that serves this place."))
    made = new_request(line, said, emergency, actor=actor, at=at)
    wrote(emergency, Wrote.MONEY, f"{made.amount:,.2f}: {made.what}", actor=actor, at=at)
    detail = {"line": line.pk, "amount": str(made.amount), "emergency": emergency.pk}
    append("preparedness.money.asked", actor=actor, at=at, subject=made.pk, kind="request", detail=detail)
    return made


def _step(pk: UUID, actor: Actor) -> EmergencyStep:
    mine = emergencies_for(actor, ACT).order_by().values("pk")
    step = EmergencyStep.objects.filter(emergency__in=mine, pk=pk).first()
    if step is None:
        raise NotThere(str(pk))
    step.emergency = going_on(step.emergency_id, actor)
    return step
