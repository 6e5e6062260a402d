"""A file is opened: by who inspects, or by itself when the record says that somebody died; then somebody takes it up.

Custody ends by the act of `people` alone: a death of somebody who is held is written there, in the same transaction.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from rihai.accounts.models import Account, Ground
from rihai.accounts.operations import grant
from rihai.accounts.operations.house import as_house
from rihai.accounts.queries.sight import is_guarded
from rihai.accounts.standing import local_day
from rihai.kit.actor import Actor
from rihai.kit.audit import append
from rihai.kit.classes import DataClass
from rihai.kit.offers import Done
from rihai.monitoring.deaths.clocks import CLOCKS, REVIEW_DAYS
from rihai.monitoring.deaths.models import Death, DeathStep, Deceased
from rihai.monitoring.deaths.queries import death_seen
from rihai.monitoring.errors import NoSuchDeath, NothingSaid, NotNow
from rihai.monitoring.numbered import save_numbered
from rihai.monitoring.reach import INSPECT, places_for
from rihai.people.models import MovementKind, Person
from rihai.people.operations import end_custody
from rihai.people.queries.people import person_seen
from rihai.places.models import Place

OPENED = "monitoring.death.opened"


@transaction.atomic
def record_death(*, said: Mapping[str, Any], person_id: UUID | None = None, actor: Actor, at: datetime) -> Death:
    """Open the file of a death at a prison; where the person is held in the record, custody ends with it.

    `said` holds place, on, and the words of the file; name for somebody who is not in the record. Raises NoSuchDeath,
    NothingSaid, NotNow where the person has a file, and what `people` says against ending custody.
    """
    if not actor.may(INSPECT):
        raise nothing()
    person = person_seen(person_id, actor=actor, at=at) if person_id else None
    if person_id and person is None:
        raise nothing()
    if person is not None:
        _locked(person.pk, at)
    place, on = _where(said, person, actor), said.get("on")
    if not isinstance(on, date) or on > local_day(at):
        raise NothingSaid(_("Say on which day, today or before."))
    if person is not None and _file_of(person.pk, at) is not None:
        raise NotNow(_("There is a file for this person already."))
    made = _opened(place, on, person.pk if person else None, str(said.get("name") or ""), actor, at)
    for name in ("died_at", "where", "found", "last_seen_at", "last_seen", "circumstances"):
        if said.get(name):
            setattr(made, name, said[name])
    made.owner_id = actor.pk
    with as_house(at):
        made.save()
    if person is not None:
        _grant(made, person.pk, actor, at)
        if person.held_at_id is not None:
            end_custody(person_id=person.pk, version=person.version, kind=MovementKind.DEATH, on=on, actor=actor, at=at)
    append(OPENED, actor=actor, at=at, subject=made.pk, kind="death", detail={"place": place.pk, "number": made.number})
    return made


def opened_by_record(done: Done) -> None:
    """The record says that somebody died in custody: a file is opened where there is none, for who inspects there."""
    place_id, on = done.detail.get("from"), done.detail.get("on")
    for person_id in done.person_ids:
        if not place_id or on is None or _file_of(person_id, done.at) is not None:
            continue
        with as_house(done.at):
            place = Place.objects.get(pk=place_id)
        made = _opened(place, on, person_id, "", done.actor, done.at)
        detail = {"place": place.pk, "number": made.number, "by": "record"}
        append(OPENED, actor=done.actor, at=done.at, subject=made.pk, kind="death", detail=detail)


@transaction.atomic
def take_up(*, death_id: UUID, actor: Actor, at: datetime) -> Death:
    """Work on a file that nobody works on, or take it over; who died is seen from then on, unless they are guarded.

    Whom a supervisor guards is seen by whom a supervisor names. Raises NoSuchDeath, NotNow.
    """
    death = death_to_work(death_id, actor=actor, at=at)
    with as_house(at):
        death.owner = Account.objects.get(pk=actor.pk)
        death.version += 1
        death.save(update_fields=["owner", "version"])
        person_id = Deceased.objects.filter(death=death).values_list("person_id", flat=True).first()
    if person_id and not is_guarded(person_id):
        _grant(death, person_id, actor, at)
    append("monitoring.death.taken_up", actor=actor, at=at, subject=death.pk, kind="death")
    return death


def death_to_work(pk: UUID, *, actor: Actor, at: datetime, is_open: bool = True) -> Death:
    """A file, locked, for who inspects there. Raises NoSuchDeath, NotNow for one that is closed."""
    if death_seen(pk, actor=actor, at=at) is None:
        raise nothing()
    found = Death.objects.select_for_update(of=("self",)).get(pk=pk)
    if is_open and found.closed_at is not None:
        raise NotNow(_("The file is closed."))
    return found


def nothing() -> NoSuchDeath:
    """There is no such file, for this actor."""
    return NoSuchDeath(_("There is no such file."))


def _where(said: Mapping[str, Any], person: Person | None, actor: Actor) -> Place:
    place = said.get("place") or (person.held_at if person else None)
    if not isinstance(place, Place) or not places_for(actor, INSPECT).filter(pk=place.pk).exists():
        raise NothingSaid(_("Choose the prison; it is one where you inspect."))
    if person is not None and person.held_at_id not in {None, place.pk}:
        raise NotNow(_("The record says that this person is held elsewhere. Record the transfer first."))
    return place


def _opened(place: Place, on: date, person_id: UUID | None, name: str, actor: Actor | None, at: datetime) -> Death:
    """The rows of a new file; the cause is not known, and every clock runs."""
    by = actor.name[:120] if actor else ""
    with as_house(at):
        made = Death(
            place=place, on=on, learned_at=at, opened_by_name=by, opened_at=at,
            review_on=local_day(at) + timedelta(days=REVIEW_DAYS),
        )  # fmt: skip
        save_numbered(made)
        Deceased.objects.create(death=made, person_id=person_id, made_for=person_id, name=name.strip()[:160])
        DeathStep.objects.bulk_create(
            DeathStep(
                death=made, kind=one.kind, due_at=at + timedelta(hours=one.hours) if one.hours is not None else None
            )
            for one in CLOCKS
        )
    return made


def _grant(death: Death, person_id: UUID, actor: Actor, at: datetime) -> None:
    grant(
        account_id=actor.pk, person_id=person_id, classes=[DataClass.PERSONAL], ground=Ground.REPORT,
        ground_id=death.pk, actor=actor, at=at,
    )  # fmt: skip


def _locked(person_id: UUID, at: datetime) -> None:
    """One act at a time: two who write the same death down in the same instant would open two files of it."""
    with as_house(at):
        Person.objects.select_for_update(of=("self",)).get(pk=person_id)


def _file_of(person_id: UUID, at: datetime) -> Deceased | None:
    with as_house(at):
        return Deceased.objects.filter(person=person_id).first()
