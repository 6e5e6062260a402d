"""Guarding a person whom being known can kill: from then on seen by those assigned, and by supervisors."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction

from rihai.accounts.models import Guarded, Presence
from rihai.accounts.operations.house import as_house
from rihai.kit.actor import Actor
from rihai.kit.acts import after
from rihai.kit.audit import append
from rihai.kit.offers import Done


@transaction.atomic
def guard(*, person_id: UUID, ground: str, actor: Actor | None, at: datetime) -> None:
    """Guard a person, at once and wherever they are or come; `ground` is a code, as a section of law. Twice is once."""
    with as_house(at):
        if Guarded.objects.filter(person_id=person_id, ended_at=None).exists():
            return
        Guarded.objects.create(
            person_id=person_id, ground=ground, started_at=at, given_by_id=actor.pk if actor else None
        )
        Presence.objects.filter(person_id=person_id).update(guarded=True)
    after(Done(act="accounts.person.guarded", actor=actor, at=at, person_ids=(person_id,)))
    append("accounts.person.guarded", actor=actor, at=at, subject=person_id, kind="person", detail={"ground": ground})


@transaction.atomic
def unguard(*, person_id: UUID, reason: str, actor: Actor, at: datetime) -> None:
    """End it, for a stated reason that names nobody."""
    with as_house(at):
        if not Guarded.objects.filter(person_id=person_id, ended_at=None).update(ended_at=at):
            return
        Presence.objects.filter(person_id=person_id).update(guarded=False)
    after(Done(act="accounts.person.unguarded", actor=actor, at=at, person_ids=(person_id,)))
    append("accounts.person.unguarded", actor=actor, at=at, subject=person_id, kind="person", reason=reason)
