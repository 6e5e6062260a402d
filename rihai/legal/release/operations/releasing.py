"""A release is recorded, described afterwards, corrected, or taken back: each whole or not at all.

Whatever opens the gate goes through `people`: the time in custody ends there, screening asks anew and the rooms that
follow `people.person.released` do their part, all in this transaction.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields
from datetime import date, datetime, time
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from rihai.accounts.operations.house import as_house
from rihai.kit.actor import Actor
from rihai.kit.acts import after, before
from rihai.kit.audit import append
from rihai.kit.editing import save_if_unchanged
from rihai.kit.offers import Done
from rihai.legal.release.models import Release, ReleaseKind
from rihai.legal.release.operations.errors import NoSuchRelease, WrongRelease
from rihai.people.models import CustodyEpisode, MovementKind, Person, Placement
from rihai.people.operations import end_custody, take_back_end
from rihai.people.operations.custody import open_episode
from rihai.people.operations.errors import WrongMove
from rihai.people.operations.reach import person_for


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What is said of a release. `released_on` is the day of leaving; the other days may be unknown."""

    kind: str
    authority: str
    released_on: date
    released_time: time | None = None
    court: str = ""
    order_number: str = ""
    ordered_on: date | None = None
    arrived_on: date | None = None
    to_whom: str = ""
    note: str = ""


WRITTEN = tuple(one.name for one in fields(Said))
_MEANT = tuple(name for name in WRITTEN if name != "released_on")


@transaction.atomic
def record_release(*, person_id: UUID, version: int, said: Said, actor: Actor, at: datetime) -> Release:
    """The person has left: the time in custody ends, and everything that hangs on it follows.

    Raises NoSuchPerson, ChangedMeanwhile, WrongMove where somebody else recorded it first or nobody is held,
    WrongRelease for days that cannot be.
    """
    person = person_for(person_id, actor=actor, at=at, version=version)
    episode = open_episode(person)
    if episode is None:
        raise WrongMove(_("This person is not in custody as far as we know. Somebody may have recorded the release."))
    _check(said, episode)
    detail = _told(said)
    done = Done(act="legal.release.recorded", actor=actor, at=at, person_ids=(person.pk,), detail=detail)
    before(done)
    release = _make(person, episode, person.held_at_id, said, actor=actor, at=at)
    end_custody(
        person_id=person.pk, version=version, kind=MovementKind.RELEASE, on=said.released_on,
        reason=str(ReleaseKind(said.kind).label), actor=actor, at=at,
    )  # fmt: skip
    after(done)
    append(done.act, actor=actor, at=at, subject=release.pk, kind="release", detail=detail)
    return release


@transaction.atomic
def describe_release(*, episode_id: UUID, said: Said, actor: Actor, at: datetime) -> Release:
    """Say how somebody was released whose leaving is recorded already, by a list or by hand. The day stays as it is.

    Raises NoSuchPerson, WrongRelease where it was no release or is described already.
    """
    with as_house(at):
        episode = CustodyEpisode.objects.filter(pk=episode_id).first()
    if episode is None:
        raise NoSuchRelease(_("There is no such release."))
    person = person_for(episode.person_id, actor=actor, at=at)
    if episode.ended_by != MovementKind.RELEASE or episode.ended_on is None:
        raise WrongRelease(_("This time in custody did not end by a release."))
    said = _on(said, episode.ended_on)
    _check(said, episode)
    detail = _told(said)
    done = Done(act="legal.release.described", actor=actor, at=at, person_ids=(person.pk,), detail=detail)
    before(done)
    stay = Placement.objects.filter(episode=episode).order_by("-pk").first()
    release = _make(person, episode, stay.place_id if stay else None, said, actor=actor, at=at)
    after(done)
    append(done.act, actor=actor, at=at, subject=release.pk, kind="release", detail=detail)
    return release


@transaction.atomic
def correct_release(*, release_id: UUID, version: int, said: Said, why: str, actor: Actor, at: datetime) -> Release:
    """Write what was really so, with the reason; what stood before is kept. The day of leaving is not changed here.

    Raises NoSuchRelease, Changed, WrongRelease.
    """
    release = release_for(release_id, actor=actor, at=at)
    if not why.strip():
        raise WrongRelease(_("Say why it is corrected."))
    said = _on(said, release.released_on)
    _check(said, release.episode)
    was = {name: _plain(getattr(release, name)) for name in _MEANT}
    now = {name: _plain(getattr(said, name)) for name in _MEANT}
    changed = sorted(name for name in _MEANT if was[name] != now[name])
    if not changed:
        raise WrongRelease(_("Nothing was changed."))
    release.history.append({"at": at.isoformat(), "by": actor.name[:120], "why": why[:400], "was": was})
    for name in changed:
        setattr(release, name, getattr(said, name))
    save_if_unchanged(release, version=version, fields=[*changed, "history"])
    detail = {"fields": changed}
    done = Done(act="legal.release.corrected", actor=actor, at=at, person_ids=(release.person_id,), detail=detail)
    after(done)
    append(done.act, actor=actor, at=at, subject=release.pk, kind="release", detail=detail)
    return release


@transaction.atomic
def undo_release(*, release_id: UUID, version: int, why: str, actor: Actor, at: datetime) -> Release:
    """It never happened: the person is held as before, and the days go on. The release stays on record, struck.

    Raises NoSuchRelease, Changed, ChangedMeanwhile, WrongMove where something happened since, WrongRelease.
    """
    release = release_for(release_id, actor=actor, at=at)
    if not why.strip():
        raise WrongRelease(_("Say why it is taken back."))
    person = person_for(release.person_id, actor=actor, at=at)
    last = CustodyEpisode.objects.filter(person=person).order_by("-sequence").first()
    if last is None or last.pk != release.episode_id:
        raise WrongRelease(_("This person has been in custody again since. A release in error is another thing."))
    done = Done(act="legal.release.undone", actor=actor, at=at, person_ids=(person.pk,))
    before(done)
    release.undone_at, release.undone_by_name, release.undone_why = at, actor.name[:120], why[:400]
    save_if_unchanged(release, version=version, fields=["undone_at", "undone_by_name", "undone_why"])
    take_back_end(person_id=person.pk, version=person.version, reason=why, actor=actor, at=at)
    after(done)
    append(done.act, actor=actor, at=at, subject=release.pk, kind="release")
    return release


def release_for(release_id: UUID, *, actor: Actor, at: datetime) -> Release:
    """A release that stands, locked; raises NoSuchRelease for one the actor does not see or that was undone."""
    found = Release.objects.filter(pk=release_id, undone_at=None).first()
    if found is None:
        raise NoSuchRelease(_("There is no such release."))
    person_for(found.person_id, actor=actor, at=at)
    return Release.objects.select_related("episode", "person", "place").get(pk=release_id)


def _make(
    person: Person, episode: CustodyEpisode, place_id: int | None, said: Said, *, actor: Actor, at: datetime
) -> Release:
    """Raises WrongRelease where the episode has a release already, also when two write in the same moment."""
    given = {name: getattr(said, name) for name in WRITTEN}
    try:
        with transaction.atomic():
            return Release.objects.create(
                person=person, made_for=person.pk, episode=episode, place_id=place_id, recorded_by=actor.pk,
                recorded_by_name=actor.name[:120], recorded_at=at, **given,
            )  # fmt: skip
    except IntegrityError as twice:
        raise WrongRelease(_("This release is recorded already. Correct that one.")) from twice


def _check(said: Said, episode: CustodyEpisode) -> None:
    """Raises WrongRelease for days that cannot be: an order is written, comes to the prison, the gate opens."""
    order = [day for day in (said.ordered_on, said.arrived_on, said.released_on) if day is not None]
    if order != sorted(order):
        raise WrongRelease(_("The order is written first, then it comes to the prison, then the person leaves."))
    if episode.started_on and said.released_on < episode.started_on:
        raise WrongRelease(_("The person was taken into custody after that day. Check the day."))


def _on(said: Said, day: date) -> Said:
    return Said(**{**asdict(said), "released_on": day})


def _told(said: Said) -> dict[str, Any]:
    """What the trail is told: codes and days, no words."""
    return {"kind": said.kind, "authority": said.authority, "on": said.released_on}


def _plain(value: Any) -> str:
    return "" if value is None else str(value)
