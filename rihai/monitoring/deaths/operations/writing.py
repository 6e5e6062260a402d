"""What is written into the file of a death: its words, what was said of the cause, its steps, its papers, its end."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from rihai.accounts.models import Ground
from rihai.accounts.operations import end_grants
from rihai.accounts.standing import local_day
from rihai.kit.actor import Actor
from rihai.kit.audit import append
from rihai.kit.classes import DataClass
from rihai.kit.editing import save_if_unchanged
from rihai.kit.files import keep
from rihai.monitoring.deaths.clocks import REVIEW_DAYS
from rihai.monitoring.deaths.models import Cause, CauseWord, Comparison, Death, DeathPaper, DeathStep, StepState
from rihai.monitoring.deaths.operations.opening import death_to_work, nothing
from rihai.monitoring.errors import NothingSaid, NotNow
from rihai.monitoring.reach import INSPECT

OWNER = "monitoring.deaths"
WORDS = ["died_at", "where", "found", "last_seen_at", "last_seen", "circumstances"]


@transaction.atomic
def change_death(*, death_id: UUID, version: int, said: Mapping[str, Any], actor: Actor, at: datetime) -> Death:
    """The words of the file. Raises NoSuchDeath, NotNow, NothingSaid, Changed."""
    death = death_to_work(death_id, actor=actor, at=at)
    for name in WORDS:
        setattr(death, name, said.get(name) or (None if name.endswith("_at") else ""))
    if death.last_seen_at and death.died_at and death.last_seen_at > death.died_at:
        raise NothingSaid(_("Nobody is seen alive after they died. Check both times."))
    save_if_unchanged(death, version=version, fields=WORDS)
    append("monitoring.death.changed", actor=actor, at=at, subject=death.pk, kind="death")
    return death


@transaction.atomic
def say_cause(*, death_id: UUID, said: Mapping[str, Any], actor: Actor, at: datetime) -> CauseWord:
    """What somebody says of the cause, with what it rests on; what was settled changes by what is settled alone.

    Raises NoSuchDeath, NotNow, NothingSaid.
    """
    death = death_to_work(death_id, actor=actor, at=at)
    cause, is_settled = said.get("cause"), bool(said.get("is_settled"))
    by, source = str(said.get("said_by") or "").strip(), str(said.get("source") or "").strip()
    if cause not in Cause.values or not by or not source:
        raise NothingSaid(_("Say which cause, who says so, and on what it rests."))
    if is_settled and cause == Cause.UNKNOWN:
        raise NothingSaid(_("A cause that is not known is not settled."))
    if death.is_settled and not is_settled:
        raise NotNow(_("The cause is settled. Only another settled word changes it."))
    made = CauseWord.objects.create(
        death=death, cause=cause, is_settled=is_settled, said_by=by[:160], source=source[:300],
        by_name=actor.name[:120], at=at,
    )  # fmt: skip
    death.cause, death.is_settled = cause, is_settled
    death.review_on = None if is_settled else local_day(at) + timedelta(days=REVIEW_DAYS)
    death.version += 1
    death.save(update_fields=["cause", "is_settled", "review_on", "version"])
    detail = {"cause": cause, "settled": is_settled}
    append("monitoring.death.cause_said", actor=actor, at=at, subject=death.pk, kind="death", detail=detail)
    return made


@transaction.atomic
def write_step(*, step_id: UUID, version: int, said: Mapping[str, Any], actor: Actor, at: datetime) -> DeathStep:
    """What came of a step. Raises NoSuchDeath, NotNow, NothingSaid without when it was done or why not, Changed."""
    row = DeathStep.objects.filter(pk=step_id).first()
    if row is None:
        raise nothing()
    death = death_to_work(row.death_id, actor=actor, at=at)
    step = DeathStep.objects.select_for_update(of=("self",)).get(pk=step_id)
    state, done_at = said.get("state"), said.get("done_at")
    if state not in StepState.values:
        raise NothingSaid(_("Say how it stands."))
    if state == StepState.DONE and (done_at is None or done_at > at):
        raise NothingSaid(_("Say when it was done, now or before."))
    if state in {StepState.REFUSED, StepState.NOT_ASKED, StepState.NONE_FOUND} and not said.get("says"):
        raise NothingSaid(_("Say why, or what was tried."))
    step.state, step.done_at = state, done_at if state == StepState.DONE else None
    for name in ("by_whom", "to_whom", "reference", "says"):
        setattr(step, name, str(said.get(name) or "").strip())
    step.by_name, step.at = actor.name[:120], at
    fields = ["state", "done_at", "by_whom", "to_whom", "reference", "says", "by_name", "at"]
    save_if_unchanged(step, version=version, fields=fields)
    detail = {"step": step.kind, "state": state}
    append("monitoring.death.step_written", actor=actor, at=at, subject=death.pk, kind="death", detail=detail)
    return step


@transaction.atomic
def add_paper(*, death_id: UUID, title: str, name: str, content: bytes, actor: Actor, at: datetime) -> DeathPaper:
    """Keep a paper of the file. Raises NoSuchDeath, NotNow, NothingSaid, FileRefused."""
    death = death_to_work(death_id, actor=actor, at=at)
    if not title.strip():
        raise NothingSaid(_("Say what paper it is."))
    stored = keep(content, name=name, data_class=DataClass.PERSONAL, owner=OWNER, actor=actor, at=at)
    made = DeathPaper.objects.create(
        death=death, title=title.strip()[:160], stored=stored, by_name=actor.name[:120], at=at
    )
    append("monitoring.death.paper_added", actor=actor, at=at, subject=death.pk, kind="death")
    return made


@transaction.atomic
def close_death(*, death_id: UUID, actor: Actor, at: datetime) -> Death:
    """Nothing waits any more. Raises NoSuchDeath, NotNow while a step waits or no cause is settled."""
    death = death_to_work(death_id, actor=actor, at=at)
    if not death.is_settled:
        raise NotNow(_("No cause is settled yet. An unknown cause stays open and is looked at every month."))
    if death.steps.filter(state=StepState.WAITING).exists():
        raise NotNow(_("A step waits still. Write what came of each."))
    death.closed_at = at
    death.version += 1
    death.save(update_fields=["closed_at", "version"])
    end_grants(ground=Ground.REPORT, ground_id=death.pk, actor=actor, at=at)
    append("monitoring.death.closed", actor=actor, at=at, subject=death.pk, kind="death")
    return death


@transaction.atomic
def keep_comparison(*, said: Mapping[str, Any], actor: Actor, at: datetime) -> Comparison:
    """A published rate with its source. Raises NoSuchDeath for who does not inspect, NothingSaid."""
    if not actor.may(INSPECT):
        raise nothing()
    title, source = str(said.get("title") or "").strip(), str(said.get("source") or "").strip()
    if not title or not source or said.get("per_thousand") is None:
        raise NothingSaid(_("Say the rate, of whom it is, and where it stands."))
    made = Comparison.objects.create(
        title=title[:200], per_thousand=said["per_thousand"], source=source[:300], by_name=actor.name[:120], at=at
    )
    append("monitoring.comparison.kept", actor=actor, at=at, subject=made.pk, kind="comparison")
    return made
