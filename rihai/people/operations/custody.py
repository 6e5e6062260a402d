"""Custody as it happens: admission, transfer, days at court, release, death, escape; each whole or not at all.

An episode has its movements in order and its placements end to end; `Person.held_at`, the keys of names and the
presences by which access is decided follow in the same transaction.
"""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from rihai.accounts.operations import hold, leave
from rihai.accounts.operations.house import as_house
from rihai.kit.actor import Actor
from rihai.kit.acts import after, before
from rihai.kit.audit import append
from rihai.kit.offers import Done
from rihai.people.models import ENDS, CustodyEpisode, Movement, MovementKind, NameKey, Person, Placement
from rihai.people.operations.errors import WrongMove, WrongPlace
from rihai.people.operations.reach import person_for, works_at
from rihai.places.kinds import HOLDING
from rihai.places.models import Place

_PAST = {MovementKind.RELEASE: "released", MovementKind.DEATH: "died", MovementKind.ESCAPE: "escaped"}


@transaction.atomic
def admit_person(
    *, person_id: UUID, version: int, place: Place, on: date | None, reason: str = "", actor: Actor, at: datetime
) -> Person:
    """Somebody known is taken into custody again. Raises NoSuchPerson, ChangedMeanwhile, WrongMove, WrongPlace."""
    works_at(place, actor=actor, at=at)
    person = person_for(person_id, actor=actor, at=at, version=version)
    if open_episode(person) is not None:
        raise WrongMove(_("This person is in custody already. Record a transfer instead."))
    done = Done(act="people.person.admitted", actor=actor, at=at, person_ids=(person.pk,), detail={"place": place.pk})
    before(done)
    begin_episode(person, place=place, on=on, reason=reason, actor=actor, at=at)
    _finish(person, done)
    return person


@transaction.atomic
def transfer_person(
    *, person_id: UUID, version: int, place: Place, on: date, reason: str = "", actor: Actor, at: datetime
) -> Person:
    """Move a person from one prison to another, also to one where the actor does not work.

    Raises NoSuchPerson, ChangedMeanwhile, WrongMove, WrongPlace, and what a room above has against it.
    """
    person = person_for(person_id, actor=actor, at=at, version=version)
    episode = _held(person, on)
    if place.kind not in HOLDING:
        raise WrongPlace(_("Nobody is held at such a place. Choose a prison or a lock-up."))
    if person.held_at_id == place.pk:
        raise WrongMove(_("This person is held there already."))
    detail = {"from": person.held_at_id, "to": place.pk, "on": on}
    done = Done(act="people.person.transferred", actor=actor, at=at, person_ids=(person.pk,), detail=detail)
    before(done)
    with as_house(at):
        _move(person, episode, MovementKind.TRANSFER, to=place, on=on, reason=reason, actor=actor, at=at)
        _close_placement(person, on)
        Placement.objects.create(person=person, episode=episode, place=place, started_on=on)
        _now_at(person, place, on)
    _finish(person, done)
    return person


@transaction.atomic
def end_custody(
    *, person_id: UUID, version: int, kind: MovementKind, on: date, reason: str = "", actor: Actor, at: datetime
) -> Person:
    """Record a release, a death or an escape. Raises NoSuchPerson, ChangedMeanwhile, WrongMove, what a room says."""
    if kind not in ENDS:
        raise WrongMove(_("Only a release, a death or an escape ends custody."))
    person = person_for(person_id, actor=actor, at=at, version=version)
    episode = _held(person, on)
    detail = {"from": person.held_at_id, "on": on}
    done = Done(act=f"people.person.{_PAST[kind]}", actor=actor, at=at, person_ids=(person.pk,), detail=detail)
    before(done)
    with as_house(at):
        _move(person, episode, kind, to=None, on=on, reason=reason, actor=actor, at=at)
        episode.ended_on, episode.ended_by = on, kind
        episode.save()
        _close_placement(person, on)
        _now_at(person, None, on)
    _finish(person, done)
    return person


@transaction.atomic
def take_back_end(*, person_id: UUID, version: int, reason: str, actor: Actor, at: datetime) -> Person:
    """The last release, death or escape was written by mistake: custody goes on as if it had never been written.

    The movement stays, struck. Raises NoSuchPerson, ChangedMeanwhile, WrongMove where somebody is held or never left.
    """
    person = person_for(person_id, actor=actor, at=at, version=version)
    episode = CustodyEpisode.objects.filter(person=person).order_by("-sequence").first()
    last = Movement.objects.filter(episode=episode, kind__in=ENDS).order_by("-sequence").first() if episode else None
    if episode is None or not episode.ended_by or last is None or last.from_place is None:
        raise WrongMove(_("This person is in custody as far as we know. There is nothing to take back."))
    detail = {"kind": last.kind, "on": last.on, "to": last.from_place_id}
    done = Done(act="people.end.taken_back", actor=actor, at=at, person_ids=(person.pk,), detail=detail)
    before(done)
    with as_house(at):
        Movement.objects.filter(pk=last.pk).update(kind=MovementKind.TAKEN_BACK, reason=reason[:240])
        stays = Placement.objects.filter(episode=episode, place=last.from_place, ended_on=last.on)
        if stay := stays.order_by("-pk").first():
            stay.ended_on = None
            stay.save()
        episode.ended_on, episode.ended_by = None, ""
        episode.save()
        _now_at(person, last.from_place, None)
    _finish(person, done)
    return person


@transaction.atomic
def note_absence(
    *, person_id: UUID, version: int, kind: MovementKind, on: date, reason: str = "", actor: Actor, at: datetime
) -> Person:
    """A day at court, or away for a time: the person stays held where they are."""
    if kind not in {MovementKind.COURT, MovementKind.AWAY}:
        raise WrongMove(_("Choose what happened."))
    person = person_for(person_id, actor=actor, at=at, version=version)
    episode = _held(person, on)
    with as_house(at):
        _move(person, episode, kind, to=person.held_at, on=on, reason=reason, actor=actor, at=at)
    detail = {"kind": kind, "on": on}
    _finish(person, Done(act="people.absence.noted", actor=actor, at=at, person_ids=(person.pk,), detail=detail))
    return person


@transaction.atomic
def place_in_unit(*, person_id: UUID, version: int, unit: str, on: date, actor: Actor, at: datetime) -> Person:
    """Another barrack or cell of the same prison."""
    person = person_for(person_id, actor=actor, at=at, version=version)
    episode = _held(person, on)
    assert person.held_at_id is not None, "who is held is held somewhere"
    detail = {"on": on, "unit": unit[:80]}
    done = Done(act="people.placement.changed", actor=actor, at=at, person_ids=(person.pk,), detail=detail)
    before(done)
    with as_house(at):
        _close_placement(person, on)
        Placement.objects.create(
            person=person, episode=episode, place_id=person.held_at_id, unit=unit[:80], started_on=on
        )
    _finish(person, done)
    return person


def begin_episode(
    person: Person, *, place: Place, on: date | None, reason: str, actor: Actor, at: datetime
) -> CustodyEpisode:
    """A new time in custody with its admission and first placement; the caller has the transaction and the trail."""
    if place.kind not in HOLDING:
        raise WrongPlace(_("Nobody is held at such a place. Choose a prison or a lock-up."))
    with as_house(at):
        last = CustodyEpisode.objects.filter(person=person).order_by("-sequence").first()
        if last is not None and on is not None and last.ended_on is not None and on < last.ended_on:
            raise WrongMove(_("The last time in custody ended after that day. Check the day."))
        episode = CustodyEpisode.objects.create(person=person, sequence=last.sequence + 1 if last else 1, started_on=on)
        _move(person, episode, MovementKind.ADMISSION, to=place, on=on, reason=reason, actor=actor, at=at)
        Placement.objects.create(person=person, episode=episode, place=place, started_on=on)
        _now_at(person, place, on)
    return episode


def open_episode(person: Person) -> CustodyEpisode | None:
    """The time in custody that lasts."""
    return CustodyEpisode.objects.filter(person=person, ended_on=None, ended_by="").order_by("-sequence").first()


def _held(person: Person, on: date) -> CustodyEpisode:
    """The open episode. Raises WrongMove when there is none, or something recorded happened after `on`."""
    episode = open_episode(person)
    if episode is None or person.held_at_id is None:
        raise WrongMove(_("This person is not in custody as far as we know. Record the admission first."))
    later = Movement.objects.filter(episode=episode, on__gt=on).exclude(kind=MovementKind.TAKEN_BACK)
    last = later.order_by("-on").first()
    if last is not None:
        raise WrongMove(_("Something later is recorded already: %(what)s.") % {"what": last.get_kind_display()})
    return episode


def _move(
    person: Person,
    episode: CustodyEpisode,
    kind: MovementKind,
    *,
    to: Place | None,
    on: date | None,
    reason: str,
    actor: Actor,
    at: datetime,
) -> None:
    last = Movement.objects.filter(episode=episode).order_by("-sequence").first()
    Movement.objects.create(
        person=person,
        episode=episode,
        sequence=last.sequence + 1 if last else 1,
        kind=kind,
        from_place_id=person.held_at_id,
        to_place=to,
        on=on,
        reason=reason[:240],
        recorded_by=actor.pk,
        recorded_by_name=actor.name[:120],
        recorded_at=at,
    )


def _close_placement(person: Person, on: date) -> None:
    Placement.objects.filter(person=person, ended_on=None).update(ended_on=on)


def _now_at(person: Person, place: Place | None, on: date | None) -> None:
    """Where the person is held, in every table that says it."""
    former = person.held_at_id
    person.held_at = place
    person.save(update_fields=["held_at"])
    NameKey.objects.filter(person=person).update(place=place)
    if former is not None and on is not None:
        leave(person_ids=[person.pk], place_id=former, on=on)
    if place is not None:
        hold([(person.pk, place.pk)])


def _finish(person: Person, done: Done) -> None:
    """The next version, those who follow, and the line in the trail, last."""
    with as_house(done.at):
        Person.objects.filter(pk=person.pk).update(version=person.version + 1)
    person.version += 1
    after(done)
    append(done.act, actor=done.actor, at=done.at, subject=person.pk, kind="person", detail=done.detail)
