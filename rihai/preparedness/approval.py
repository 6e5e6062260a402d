"""How a version comes into force: its writer asks, somebody who wrote nothing in it approves, the one before gives way.

The parts call these within their own act and transaction, and write the line of the trail themselves.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any, TypeVar

from django.utils.translation import gettext as _

from rihai.accounts.standing import local_day
from rihai.kit.actor import Actor
from rihai.kit.editing import save_if_unchanged
from rihai.preparedness.editions import Edition, EditionState
from rihai.preparedness.errors import NotSo

E = TypeVar("E", bound=Edition)
LONGEST = timedelta(days=1100)
"""No version stands longer than three years without being looked at; set by us."""


def first(actor: Actor, at: datetime, number: int) -> dict[str, Any]:
    """The columns with which a version begins."""
    return {
        "number": number, "writers": [str(actor.pk)], "made_by_name": actor.name[:120], "made_at": at,
    }  # fmt: skip


def wrote(row: Edition, actor: Actor) -> None:
    """The actor is one of those who wrote in it. Raises NotSo for a version that is no draft any more."""
    if not row.is_open:
        raise NotSo(_("This version is frozen. Begin a new one to change it."))
    if str(actor.pk) not in row.writers:
        row.writers = [*row.writers, str(actor.pk)]


def ask(row: Edition, *, version: int, actor: Actor, at: datetime) -> None:
    """A draft waits for approval. Raises NotSo, Changed."""
    wrote(row, actor)
    if row.number > 1 and not row.changes.strip():
        raise NotSo(_("Say first what is new in this version."))
    row.state, row.asked_at, row.asked_by_name, row.sent_back_why = EditionState.ASKED, at, actor.name[:120], ""
    row.asked_by_id = actor.pk
    save_if_unchanged(
        row, version=version, fields=["state", "asked_at", "asked_by", "asked_by_name", "sent_back_why", "writers"]
    )


def send_back(row: Edition, *, version: int, why: str) -> None:
    """It is a draft again, and says why. Raises NotSo, Changed."""
    _refuse_unasked(row)
    if not why.strip():
        raise NotSo(_("Say what must change."))
    row.state, row.sent_back_why = EditionState.DRAFT, why.strip()[:600]
    save_if_unchanged(row, version=version, fields=["state", "sent_back_why"])


def approve(row: E, *, before: E | None, version: int, review_on: date, actor: Actor, at: datetime) -> None:
    """It is in force from today, and `before` is replaced by it. Raises NotSo for who wrote in it, Changed."""
    _refuse_unasked(row)
    today = local_day(at)
    if str(actor.pk) in row.writers:
        raise NotSo(_("You wrote in this version. Somebody else has to approve it."))
    if not today < review_on <= today + LONGEST:
        raise NotSo(_("The day of the next review lies between tomorrow and three years from now."))
    if before is not None:
        before.state, before.ended_on = EditionState.REPLACED, today
        before.save(update_fields=["state", "ended_on"])
    row.state, row.started_on, row.review_on = EditionState.IN_FORCE, today, review_on
    row.approved_at, row.approved_by_name = at, actor.name[:120]
    save_if_unchanged(
        row, version=version, fields=["state", "started_on", "review_on", "approved_at", "approved_by_name"]
    )


def _refuse_unasked(row: Edition) -> None:
    if row.state != EditionState.ASKED:
        raise NotSo(_("It does not wait for approval."))
