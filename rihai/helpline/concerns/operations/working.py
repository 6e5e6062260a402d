"""What is done about a concern: read, answered, steps each with its question of reprisal, decided, closed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from rihai.accounts.standing import local_day
from rihai.helpline.concerns.clocks import What, may_stop
from rihai.helpline.concerns.models import (
    Concern,
    ConcernClock,
    ConcernStep,
    ConcernWord,
    Outcome,
    State,
    StepKind,
    StepState,
)
from rihai.helpline.concerns.operations.errors import AskFirst, NoSuchConcern, NotSo
from rihai.helpline.concerns.operations.keeping import kept_until
from rihai.helpline.concerns.operations.reach import concern_for, note
from rihai.helpline.concerns.operations.suspending import suspend_named
from rihai.kit.actor import Actor
from rihai.kit.editing import save_if_unchanged
from rihai.monitoring.incidents.models import Risk


@transaction.atomic
def say(*, concern_id: UUID, text: str, actor: Actor, at: datetime) -> ConcernWord:
    """Write to who raised it, who finds it by code and PIN. Raises NoSuchConcern, NotSo."""
    one = concern_for(concern_id, actor=actor)
    if not text.strip():
        raise NotSo(_("Write what they may read."))
    made = ConcernWord.objects.create(concern=one, is_ours=True, text=text.strip(), by_name=actor.name[:120], at=at)
    if one.state == State.NEW:
        one.state = State.READ
        one.version += 1
        one.save(update_fields=["state", "version"])
    stop(one, What.READ, at)
    note(one, "answered", actor=actor, at=at)
    return made


@transaction.atomic
def plan_step(*, concern_id: UUID, said: Mapping[str, Any], actor: Actor, at: datetime) -> ConcernStep:
    """Write down what is to be done (`kind`, `says`, `due_on`). Nothing is done yet. Raises NoSuchConcern, NotSo."""
    one = concern_for(concern_id, actor=actor)
    kind, says, due = said.get("kind"), str(said.get("says") or "").strip(), said.get("due_on")
    if kind not in StepKind.values or not says or due is None or due < local_day(at):
        raise NotSo(_("Say what is done and by when; the day must not have passed."))
    if kind == StepKind.SUSPEND and not one.about.exists():
        raise NotSo(_("Say first whom it is about."))
    made = ConcernStep.objects.create(
        concern=one, kind=kind, says=says, owner_id=actor.pk, due_on=due, by_name=actor.name[:120], made_at=at
    )
    note(one, "step_planned", actor=actor, at=at)
    return made


@transaction.atomic
def answer_risk(*, step_id: UUID, version: int, said: Mapping[str, Any], actor: Actor, at: datetime) -> ConcernStep:
    """What may come to who raised it, or to whoever was harmed, if this step is taken, and what is done about it.

    Raises NoSuchConcern, NotSo, Changed.
    """
    step = _step(step_id, actor)
    why, done = (str(said.get(name) or "").strip() for name in ("risk_says", "risk_done"))
    if said.get("risk") not in Risk.values or not why:
        raise NotSo(_("Say what may come to them, and what that rests on."))
    if said["risk"] != Risk.NONE_SEEN and not done:
        raise NotSo(_("Say what is done about it, so that the step harms nobody."))
    step.risk, step.risk_says, step.risk_done = said["risk"], why, done or None
    save_if_unchanged(step, version=version, fields=["risk", "risk_says", "risk_done"])
    note(step.concern, "risk_answered", actor=actor, at=at)
    return step


@transaction.atomic
def take_step(*, step_id: UUID, version: int, result: str, actor: Actor, at: datetime) -> ConcernStep:
    """It is done, with what came of it; one that suspends keeps them from people in the same act.

    Raises AskFirst before the question of reprisal is answered, NoSuchConcern, NotSo, Changed.
    """
    step = _step(step_id, actor)
    if not step.risk:
        raise AskFirst(_("Ask about reprisal first: what may come to them if this step is taken?"))
    if not result.strip():
        raise NotSo(_("Say what came of it."))
    step.state, step.result, step.done_on = StepState.DONE, result.strip(), local_day(at)
    save_if_unchanged(step, version=version, fields=["state", "result", "done_on"])
    if step.kind == StepKind.SUSPEND:
        suspend_named(step.concern, actor=actor, at=at)
    stop(step.concern, What.STEP, at)
    note(step.concern, "step_taken", actor=actor, at=at)
    return step


@transaction.atomic
def leave_step(*, step_id: UUID, version: int, result: str, actor: Actor, at: datetime) -> ConcernStep:
    """It is not taken, and why. Raises NoSuchConcern, NotSo, Changed."""
    step = _step(step_id, actor)
    if not result.strip():
        raise NotSo(_("Say why it is not taken."))
    step.state, step.result, step.done_on = StepState.LEFT, result.strip(), local_day(at)
    save_if_unchanged(step, version=version, fields=["state", "result", "done_on"])
    note(step.concern, "step_left", actor=actor, at=at)
    return step


@transaction.atomic
def stop_clock(*, clock_id: UUID, says: str, actor: Actor, at: datetime) -> ConcernClock:
    """What was done in its time, or what they said when asked. Raises NoSuchConcern, NotSo."""
    clock = ConcernClock.objects.select_related("concern").filter(pk=clock_id).first()
    if clock is None:
        raise NoSuchConcern(_("There is no such concern."))
    one = concern_for(clock.concern_id, actor=actor)
    if clock.stopped_at is not None or not says.strip():
        raise NotSo(_("Say in a few words what was done, or what they said."))
    if clock.what == What.DECIDE:
        raise NotSo(_("This clock stands once it is decided."))
    if not may_stop(clock.what, clock.due_at, at):
        raise NotSo(_("Ask on that day, or after it: what comes to somebody for it often comes late."))
    clock.stopped_at, clock.says = at, says.strip()
    clock.save(update_fields=["stopped_at", "says"])
    note(one, "clock_stopped", actor=actor, at=at)
    return clock


@transaction.atomic
def decide(
    *, concern_id: UUID, version: int, outcome: str, why: str, tells: str, actor: Actor, at: datetime
) -> Concern:  # fmt: skip
    """Decide, with why, and with what who raised it reads of it. Nobody decides what they raised themselves.

    Raises NoSuchConcern, NotSo, Changed.
    """
    one = concern_for(concern_id, actor=actor)
    if one.raised_by == str(actor.pk):
        raise NotSo(_("You raised it yourself. Somebody else decides."))
    if outcome not in Outcome.values or not why.strip() or not tells.strip():
        raise NotSo(_("Say what is decided, why, and what who raised it may read of that."))
    if one.steps.filter(done_on=None).exists() or not one.steps.filter(state=StepState.DONE).exists():
        raise NotSo(_("Take a step first, and say of each one that is planned what became of it."))
    one.state, one.outcome, one.why, one.decided_at = State.DECIDED, outcome, why.strip(), at
    save_if_unchanged(one, version=version, fields=["state", "outcome", "why", "decided_at"])
    ConcernWord.objects.create(concern=one, is_ours=True, text=tells.strip(), by_name=actor.name[:120], at=at)
    for what in (What.READ, What.STEP, What.DECIDE):
        stop(one, what, at)
    note(one, "decided", actor=actor, at=at)
    return one


@transaction.atomic
def close(*, concern_id: UUID, version: int, actor: Actor, at: datetime) -> Concern:
    """It ends, once it is decided and nothing is due; reprisal is asked about until then. Raises NotSo, Changed."""
    one = concern_for(concern_id, actor=actor)
    if one.state != State.DECIDED or one.clocks.filter(stopped_at=None).exists():
        raise NotSo(_("It is closed once it is decided and no clock runs. Ask about reprisal until the ninetieth day."))
    one.state, one.closed_at, one.keep_until = State.CLOSED, at, kept_until(at)
    save_if_unchanged(one, version=version, fields=["state", "closed_at", "keep_until"])
    note(one, "closed", actor=actor, at=at)
    return one


def stop(concern: Concern, what: What, at: datetime) -> None:
    """Let the first clock of a kind stand, within an act that has its own line."""
    for clock in concern.clocks.filter(stopped_at=None):
        if clock.what == what:
            clock.stopped_at = at
            clock.save(update_fields=["stopped_at"])
            return


def _step(pk: UUID, actor: Actor) -> ConcernStep:
    """A planned step with its concern, locked. Raises NoSuchConcern, NotSo."""
    found = ConcernStep.objects.filter(pk=pk).first()
    if found is None:
        raise NoSuchConcern(_("There is no such concern."))
    found.concern = concern_for(found.concern_id, actor=actor)
    if found.state != StepState.PLANNED:
        raise NotSo(_("This step is not waiting to be taken."))
    return found
