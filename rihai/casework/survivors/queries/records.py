"""A counsellor's own records, what was offered to them, and what their unit would lose when a colleague leaves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import QuerySet

from rihai.accounts.models import Account, Posting
from rihai.accounts.operations.house import as_house
from rihai.accounts.queries.here import accounts_who_may
from rihai.accounts.standing import holding_on
from rihai.casework.survivors.models import Heard, Passing, PassingState, RecordState, SurvivorRecord, TakingOver
from rihai.kit.actor import Actor

MAY = "casework.survivors"


def records_for(actor: Actor) -> QuerySet[SurvivorRecord]:
    """The records of which the actor is the counsellor; none for whoever is not one today."""
    return SurvivorRecord.objects.filter(counsellor=actor.pk) if actor.may(MAY) else SurvivorRecord.objects.none()


def record_seen(pk: UUID, *, actor: Actor) -> SurvivorRecord | None:
    """One of them; None for another's."""
    return records_for(actor).filter(pk=pk).first()


def record_of(person_id: UUID, *, actor: Actor) -> SurvivorRecord | None:
    """The actor's own record of a person; None also where another counsellor has one."""
    return records_for(actor).filter(subject_index=str(person_id), state=RecordState.OPEN).first()


def offered_to(actor: Actor) -> QuerySet[Passing]:
    """Records offered to the actor, by code."""
    return Passing.objects.filter(receiver=actor.pk, state=PassingState.OFFERED).select_related("giver")


def to_confirm(actor: Actor) -> QuerySet[TakingOver]:
    """Takings-over at which the actor is asked to be the second person."""
    return TakingOver.objects.filter(second=actor.pk, is_granted=None).select_related("asker")


def untold(actor: Actor) -> QuerySet[Heard]:
    """Releases of which the actor has to tell somebody."""
    mine = records_for(actor).values("pk")
    return Heard.objects.filter(record__in=mine, told_on=None).select_related("record", "watched")


@dataclass(frozen=True, slots=True)
class Orphan:
    """A record whose counsellor works here no more: its code and since when, and nothing of whom it is about."""

    pk: UUID
    code: str
    opened_on: date


def colleagues(actor: Actor, *, on: date) -> Sequence[Account]:
    """Other counsellors of today, by name: to whom a record can be offered."""
    return list(accounts_who_may(MAY, on=on).exclude(pk=actor.pk))


def orphans(actor: Actor, *, on: date) -> list[Orphan]:
    """Open records of the actor's units whose counsellor is one no more; for a counsellor alone.

    A record of no unit falls to every counsellor of the office: somebody has to be able to go on with her.
    """
    if not actor.may(MAY):
        return []
    units = list(
        Posting.objects.filter(holding_on(on), account=actor.pk, unit__isnull=False).values_list("unit", flat=True)
    )
    with as_house():
        here = list(accounts_who_may(MAY, on=on).values_list("pk", flat=True))
        left = SurvivorRecord.objects.filter(state=RecordState.OPEN).exclude(counsellor__in=here)
        rows = [one for one in left if one.unit_id is None or one.unit_id in units]
        return [Orphan(one.pk, one.code, one.opened_on) for one in rows]
