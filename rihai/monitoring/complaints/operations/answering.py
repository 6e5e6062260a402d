"""A complaint is acknowledged and answered, by the prison's own or as they told us; who asked says whether content.

Each raises NoSuchComplaint where the actor does not see it, NotNow where it is not so far or further, NothingSaid.
"""

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
from rihai.kit.editing import save_if_unchanged
from rihai.monitoring.complaints.models import Complaint, Result, Satisfied
from rihai.monitoring.complaints.operations.writing import complaint_to_work, nothing
from rihai.monitoring.complaints.queries import may_follow
from rihai.monitoring.errors import NothingSaid, NotNow


@transaction.atomic
def acknowledge(*, complaint_id: UUID, on: date, actor: Actor, at: datetime) -> Complaint:
    """Who asked was told that it came."""
    row = complaint_to_work(complaint_id, actor=actor, at=at)
    if row.acknowledged_on or row.done_on:
        raise NotNow(_("It is acknowledged already."))
    _not_before(on, row.received_on, at)
    row.acknowledged_on = on
    return _kept(row, ["acknowledged_on"], "acknowledged", actor, at)


@transaction.atomic
def answer(*, complaint_id: UUID, version: int, said: Mapping[str, Any], actor: Actor, at: datetime) -> Complaint:
    """The answer, by whom and what it comes to. It may be corrected by whoever sees it until somebody appeals."""
    row = complaint_to_work(complaint_id, actor=actor, at=at)
    if row.appealed_on:
        raise NotNow(_("There is an appeal. Answer that."))
    words, by = str(said.get("answer") or "").strip(), str(said.get("answered_by_name") or actor.name).strip()
    if said.get("result") not in Result.values or not words:
        raise NothingSaid(_("Write the answer, and what it comes to."))
    on = said.get("done_on") or local_day(at)
    _not_before(on, row.received_on, at)
    row.answer, row.answered_by_name, row.result = words[:2000], by[:160], said["result"]
    row.done_on = on
    row.acknowledged_on = row.acknowledged_on or on
    fields = ["answer", "answered_by_name", "result", "done_on", "acknowledged_on"]
    save_if_unchanged(row, version=version, fields=fields)
    _line("answered", row, actor, at)
    return row


@transaction.atomic
def say_satisfied(*, complaint_id: UUID, satisfied: str, actor: Actor, at: datetime) -> Complaint:
    """Whether who asked is content with the answer; by who follows it, never by the prison itself."""
    row = _to_follow(complaint_id, actor, at)
    if row.done_on is None:
        raise NotNow(_("There is no answer yet."))
    if satisfied not in Satisfied.values or not satisfied:
        raise NothingSaid(_("Say whether they are content."))
    row.satisfied = satisfied
    return _kept(row, ["satisfied"], "asked_back", actor, at)


@transaction.atomic
def appeal(*, complaint_id: UUID, to_whom: str, on: date, actor: Actor, at: datetime) -> Complaint:
    """Who asked is not content, or has no answer in its time: it goes higher (rule 57)."""
    row = _to_follow(complaint_id, actor, at)
    today = local_day(at)
    if row.appealed_on or (row.done_on is None and not row.is_overdue(today)):
        raise NotNow(_("It can be appealed once, when it is answered or its time is over."))
    if not to_whom.strip():
        raise NothingSaid(_("Say to whom."))
    _not_before(on, row.received_on, at)
    row.appealed_on, row.appealed_to = on, to_whom.strip()[:160]
    return _kept(row, ["appealed_on", "appealed_to"], "appealed", actor, at)


@transaction.atomic
def answer_appeal(*, complaint_id: UUID, words: str, on: date, actor: Actor, at: datetime) -> Complaint:
    """What came of the appeal; by who follows it."""
    row = _to_follow(complaint_id, actor, at)
    if row.appealed_on is None or row.appeal_answered_on is not None:
        raise NotNow(_("There is no appeal that waits."))
    if not words.strip():
        raise NothingSaid(_("Write the answer."))
    _not_before(on, row.appealed_on, at)
    row.appeal_answer, row.appeal_answered_on = words.strip()[:2000], on
    return _kept(row, ["appeal_answer", "appeal_answered_on"], "appeal_answered", actor, at)


def _to_follow(pk: UUID, actor: Actor, at: datetime) -> Complaint:
    if not may_follow(actor):
        raise nothing()
    return complaint_to_work(pk, actor=actor, at=at)


def _not_before(on: date, first: date, at: datetime) -> None:
    if on < first or on > local_day(at):
        raise NothingSaid(_("The day lies before it came, or ahead. Check the day."))


def _kept(row: Complaint, fields: list[str], act: str, actor: Actor, at: datetime) -> Complaint:
    row.version += 1
    row.save(update_fields=[*fields, "version"])
    _line(act, row, actor, at)
    return row


def _line(act: str, row: Complaint, actor: Actor, at: datetime) -> None:
    append(f"monitoring.complaint.{act}", actor=actor, at=at, subject=row.pk, kind="complaint")
