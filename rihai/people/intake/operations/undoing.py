"""A census is undone while nothing is built on it: one transaction, everything as it was before."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import models, transaction
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext as _

from rihai.accounts.models import Grant
from rihai.accounts.operations import forget, hold, seen_again
from rihai.accounts.operations.house import as_house
from rihai.kit.actor import Actor
from rihai.kit.acts import after, before
from rihai.kit.audit import append
from rihai.kit.jobs import Job, JobState, start
from rihai.kit.offers import Done
from rihai.people.intake.bulk import next_version, parts, remove
from rihai.people.intake.errors import BuiltOn, WrongState
from rihai.people.intake.models import Census, CensusChange, CensusState, SourceRow
from rihai.people.intake.operations.reach import census_for
from rihai.people.models import (
    Alias,
    Charge,
    ChildInside,
    Consent,
    CustodyEpisode,
    Difference,
    Hearing,
    Identifier,
    LinkDecision,
    Merge,
    Movement,
    NameKey,
    Person,
    Placement,
    Relationship,
    Sentence,
    Statement,
)
from rihai.people.projection.project import work_out
from rihai.people.projection.statements import said_of
from rihai.people.projection.writes import Writes

UNDO = "people.census.undo"
ACT = "people.census.undone"
_LEAVES = (Difference, NameKey, Alias, Identifier, Charge, Sentence, Hearing, ChildInside)
"""Tables of a person to whose rows nothing points; the others go one by one, with what rooms above hang on them."""


@transaction.atomic
def ask_to_undo(*, census_id: UUID, actor: Actor, at: datetime) -> Census:
    """Ask for the undoing. Raises NoSuchCensus, WrongState, BuiltOn."""
    states = (CensusState.TAKEN_IN, CensusState.UNDOING)
    census = census_for(census_id, states, actor=actor, at=at, by_author=False)
    if census.state == CensusState.UNDOING and not _has_failed(census):
        raise WrongState(_("It is being undone already."))
    _refuse_built_on(census, actor, at)
    job = start(UNDO, arguments={"census": str(census.pk)}, actor=actor, at=at)
    census.state, census.job_id = CensusState.UNDOING, job.pk
    census.save(update_fields=["state", "job_id"])
    append("people.census.undoing_asked", actor=actor, at=at, subject=census.pk, kind="census")
    return census


@dataclass(slots=True)
class PreparedUndo:
    """Who goes, who is believed as before (with the version they have), and what is written for that."""

    new: list[UUID]
    known: list[UUID]
    writes: Writes
    versions: dict[UUID, int] = field(default_factory=dict)


def prepare_undo(census: Census, *, at: datetime) -> PreparedUndo:
    """Work out what is believed without a census; nothing is written. Asked as the house."""
    with as_house(at):
        files = list(census.files.values_list("pk", flat=True))
        new, known = _people(census)
        work = PreparedUndo(new, known, Writes())
        others = Q(source_id=None) | ~Q(source_id__in=files)
        for part in parts([*known, *_moved(census, set(new) | set(known))]):
            work.versions |= dict(Person.objects.filter(pk__in=part).values_list("pk", "version"))
            work_out(part, said_of(part, others, with_sources=False), work.writes)
    return work


@transaction.atomic
def undo(*, census_id: UUID, actor: Actor, at: datetime, prepared: PreparedUndo | None = None) -> int:
    """Take back whole what a census brought; says of how many people.

    People it made go, those it told of are believed as before, who was moved is back; the file and its rows stay.
    What was `prepared` before the transaction is only written here. Raises NoSuchCensus, WrongState, and BuiltOn when
    anybody has worked on one of them since.
    """
    states = (CensusState.TAKEN_IN, CensusState.UNDOING)
    census = census_for(census_id, states, actor=actor, at=at, by_author=False)
    _refuse_built_on(census, actor, at)
    work = prepared or prepare_undo(census, at=at)
    with as_house(at):
        files = list(census.files.values_list("pk", flat=True))
        if not next_version(work.versions):
            raise BuiltOn(_("Somebody changed people of this list while it was being undone. Try again."))
        for part in parts(work.known):
            Statement.objects.filter(person__in=part, source_id__in=files).update(withdrawn_at=at)
        _put_back(census, files, set(work.new))
        new_rows = SourceRow.objects.filter(census=census, is_new=True)
        LinkDecision.objects.filter(
            Q(one__in=new_rows.values("person_id")) | Q(other__in=new_rows.values("person_id"))
        ).delete()
        new_rows.update(person_id=None, is_new=False)
        work.writes.write()
    census.state, census.undone_at, census.undone_by_name = CensusState.UNDONE, at, actor.name[:120]
    census.save(update_fields=["state", "undone_at", "undone_by_name"])
    detail = {"census": census.pk, "gone": work.new}
    after(Done(act=ACT, actor=actor, at=at, person_ids=tuple(work.versions), detail=detail))
    with as_house(at):
        _take_away(work.new)  # last: the rooms above have taken away what they keep of them
    detail = {"place": census.place_id, "new": len(work.new), "known": len(work.known)}
    append(ACT, actor=actor, at=at, subject=census.pk, kind="census", detail=detail)
    return len(work.new) + len(work.known)


def _has_failed(census: Census) -> bool:
    return bool(census.job_id) and Job.objects.filter(pk=str(census.job_id), state=JobState.FAILED).exists()


def _people(census: Census) -> tuple[list[UUID], list[UUID]]:
    """Who was made by the census, and whom it told of again."""
    rows = SourceRow.objects.filter(census=census, person_id__isnull=False, makes_person=True)
    new: list[UUID] = []
    known: list[UUID] = []
    for person_id, is_new in rows.values_list("person_id", "is_new"):
        if person_id is not None:
            (new if is_new else known).append(person_id)
    return new, known


def _refuse_built_on(census: Census, actor: Actor, at: datetime) -> None:
    """Raises BuiltOn where a later act rests on the census, and whatever a room above has against it."""
    with as_house(at):
        later = Census.objects.filter(
            place=census.place_id, state=CensusState.TAKEN_IN, taken_in_at__gt=census.taken_in_at
        )
        if census.rows_cleared_at is not None:
            raise BuiltOn(_("Its rows are no longer kept, so it cannot be undone. Correct what is wrong by hand."))
        if later.exists():
            raise BuiltOn(_("A newer list of this place has been taken in since. Undo that one first."))
        new, known = _people(census)
        files = list(census.files.values_list("pk", flat=True))
        count = sum(one.count() for part in parts([*new, *known]) for one in _built_on(census, part, files))
    if count:
        raise BuiltOn(_("Somebody has worked on people of this list since. Correct what is wrong person by person."))
    before(Done(act=ACT, actor=actor, at=at, person_ids=(*new, *known), detail={"census": census.pk}))


def _built_on(census: Census, part: Collection[UUID], files: Collection[UUID]) -> Iterator[models.QuerySet[Any]]:
    """What is written of these people since, by anybody but this census."""
    since = census.taken_in_at
    ours = Q(source_id__in=files)
    yield Statement.objects.filter(~ours | Q(source_id=None), person__in=part, said_at__gt=since)
    yield Movement.objects.filter(~ours | Q(source_id=None), person__in=part, recorded_at__gt=since)
    yield Merge.objects.filter(Q(kept__in=part) | Q(gone__in=part), merged_at__gt=since)
    yield LinkDecision.objects.filter(Q(one__in=part) | Q(other__in=part), decided_at__gt=since)
    yield Consent.objects.filter(person__in=part, recorded_at__gt=since)
    new = SourceRow.objects.filter(census=census, is_new=True, person_id=OuterRef("person_id"))
    yield Relationship.objects.filter(Exists(new), person__in=part)
    yield Grant.objects.filter(person_id__in=part, started_at__gt=since)


def _moved(census: Census, besides: set[UUID]) -> list[UUID]:
    """Who was moved or let go though no row told of them."""
    changed = CensusChange.objects.filter(census=census).exclude(before={}).values_list("person_id", flat=True)
    return [one for one in dict.fromkeys(changed) if one not in besides]


def _put_back(census: Census, files: Collection[UUID], new: set[UUID]) -> None:
    """Who was moved or let go is where they were before."""
    changed = CensusChange.objects.filter(census=census).exclude(before={}).only("id", "person_id", "before")
    held = {one.person_id: one.before for one in changed if one.person_id not in new}
    for part in parts(list(held)):
        for model in (Movement, Placement):
            remove(model, person__in=part, source_id__in=files)
        for person_id in part:
            _one_back(census, person_id, held[person_id])


def _one_back(census: Census, person_id: UUID, was: dict[str, Any]) -> None:
    Placement.objects.filter(pk__in=was["placements"]).update(ended_on=None)
    former, episode = was["held_at"], was["episode"]
    if episode and former is not None:
        CustodyEpisode.objects.filter(pk=episode).update(ended_on=None, ended_by="")
    else:
        CustodyEpisode.objects.filter(person=person_id, ended_on=None, ended_by="", movements=None).delete()
    Person.objects.filter(pk=person_id).update(held_at=former)
    NameKey.objects.filter(person=person_id).update(place=former)
    if former == census.place_id:
        hold([(person_id, former)])
        return
    if not was["presence"]:
        forget([person_id], place_id=census.place_id)
    else:
        seen_again(person_id, place_id=census.place_id, until=was["until"])
    if former is not None:
        hold([(person_id, former)])


def _take_away(new: Collection[UUID]) -> None:
    """People whom the census made, with all it said of them."""
    for part in parts(new):
        for model in _LEAVES:
            remove(model, person__in=part)
        Person.objects.filter(pk__in=part).delete()
        forget(part)
