"""A census is taken in: one transaction, all of it or none."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from rihai.accounts.operations import guard, hold
from rihai.accounts.operations.house import as_house
from rihai.kit.actor import Actor
from rihai.kit.acts import after, before
from rihai.kit.audit import append
from rihai.kit.jobs import start
from rihai.kit.offers import Done
from rihai.people.intake.bulk import next_version, parts
from rihai.people.intake.custody import bring, let_go
from rihai.people.intake.errors import Stale, WrongState
from rihai.people.intake.known import basis_of
from rihai.people.intake.models import Census, CensusChange, CensusState, ChangeKind, SourceRow
from rihai.people.intake.operations.reach import census_for
from rihai.people.intake.prepared import Prepared, prepare
from rihai.people.models import LinkDecision

TAKE_IN = "people.census.take_in"
ACT = "people.census.taken_in"


@transaction.atomic
def ask_to_take_in(*, census_id: UUID, actor: Actor, at: datetime) -> Census:
    """Ask for the taking in, which a worker does in one transaction. Raises NoSuchCensus, WrongState, Stale."""
    census = census_for(census_id, (CensusState.TO_REVIEW,), actor=actor, at=at)
    _check(census)
    job = start(TAKE_IN, arguments={"census": str(census.pk)}, actor=actor, at=at)
    census.state, census.job_id = CensusState.TAKING_IN, job.pk
    census.save(update_fields=["state", "job_id"])
    append("people.census.taking_in_asked", actor=actor, at=at, subject=census.pk, kind="census")
    return census


@transaction.atomic
def take_in(*, census_id: UUID, actor: Actor, at: datetime, prepared: Prepared | None = None) -> int:
    """Everybody of the list becomes a person, or is told of anew; says how many there are.

    New people are made and admitted; those known are told of again, moved here from where they were, or let go where
    the list says that they have left; who is missing stays as they are, for nobody knows. What was written by hand
    stays believed. What was `prepared` before the transaction is only written here. Raises NoSuchCensus, WrongState,
    Stale, and what a room above has against it.
    """
    states = (CensusState.TO_REVIEW, CensusState.TAKING_IN)
    census = census_for(census_id, states, actor=actor, at=at)
    _check(census)
    work = prepared or prepare(census, actor=actor, at=at)
    detail: dict[str, Any] = {"place": census.place_id, "true_on": census.true_on}
    before(Done(act=ACT, actor=actor, at=at, detail={**detail, "census": census.pk}))
    with as_house(at):
        if not next_version(work.versions):
            raise _stale()
        work.writes.write()
        hold([(one, work.by.place_id) for one in work.new])
        _move(census, work)
        _remember(census, actor, at)
    for person_id, ground in work.guarded.items():
        guard(person_id=person_id, ground=ground, actor=actor, at=at)
    census.state, census.taken_in_at = CensusState.TAKEN_IN, at
    census.save(update_fields=["state", "taken_in_at"])
    after(
        Done(
            act=ACT, actor=actor, at=at, person_ids=(*work.new, *work.versions), detail={**detail, "census": census.pk}
        )
    )
    counted = {"new": len(work.new), "known": len(work.known), "came": len(work.coming), "left": len(work.going)}
    append(ACT, actor=actor, at=at, subject=census.pk, kind="census", detail={**detail, **counted})
    return len(work.new) + len(work.known)


def _check(census: Census) -> None:
    if not census.sum.get("people"):
        raise WrongState(_("Nobody stands in this list as far as it could be read. Mend it and send it again."))
    with as_house():
        if basis_of(census) != census.basis:
            raise _stale()


def _stale() -> Stale:
    return Stale(_("People there have changed since the list was compared with them. Compare once more first."))


def _move(census: Census, work: Prepared) -> None:
    """Who comes, who goes; what that replaced is kept on the change."""
    replaced = bring(work.coming, work.by) | let_go(work.going, work.by)
    kinds = (ChangeKind.MOVED, ChangeKind.RETURNED, ChangeKind.GONE, ChangeKind.PROBABLY_SAME)
    rows = list(CensusChange.objects.filter(census=census, kind__in=kinds).only("id", "person_id"))
    for row in rows:
        row.before = replaced.get(row.person_id, {})
    CensusChange.objects.bulk_update(rows, ["before"], batch_size=500)


def _remember(census: Census, actor: Actor, at: datetime) -> None:
    """What was decided of doubtful matches holds for the two persons from now on."""
    changes = CensusChange.objects.filter(census=census, kind=ChangeKind.PROBABLY_SAME, decision="different")
    said = list(changes.values_list("number", "person_id"))
    made = SourceRow.objects.filter(census=census, makes_person=True)
    rows: dict[int, UUID | None] = {}
    for part in parts([number for number, _person in said if number is not None]):
        rows |= dict(made.filter(number__in=part).values_list("number", "person_id"))
    verdicts = []
    for number, person in said:
        other = rows.get(number) if number is not None else None
        if other is not None and other != person:
            one, two = sorted((other, person))
            verdicts.append(
                LinkDecision(
                    one_id=one, other_id=two, verdict=LinkDecision.Verdict.DIFFERENT, decided_by=actor.pk,
                    decided_by_name=actor.name[:120], decided_at=at,
                )
            )  # fmt: skip
    LinkDecision.objects.bulk_create(verdicts)
