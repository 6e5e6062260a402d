"""Custody as a list shows it, for many people at once: admitted, brought from elsewhere, gone; and all of it put back.

What it replaced stands in `CensusChange.before`: where the person was held, the placements it closed, until when the
new place saw them before.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Max

from rihai.accounts.models import Presence
from rihai.accounts.operations import hold, leave
from rihai.kit.actor import Actor
from rihai.kit.ids import new_id
from rihai.people.intake.bulk import moment, parts
from rihai.people.models import ENDS, CustodyEpisode, Movement, MovementKind, NameKey, Person, Placement
from rihai.people.projection.table import insert
from rihai.people.projection.writes import Writes

EPISODE = ("id", "person_id", "sequence", "started_on", "ended_on", "ended_by")
MOVEMENT = (
    "id", "person_id", "episode_id", "sequence", "kind", "from_place_id", "to_place_id", "on", "reason", "source_id",
    "recorded_by", "recorded_by_name", "recorded_at",
)  # fmt: skip
PLACEMENT = ("id", "person_id", "episode_id", "place_id", "unit", "started_on", "ended_on", "source_id")


@dataclass(frozen=True, slots=True)
class ByList:
    """The list that says it: the place, the day, the file, and who takes it in."""

    place_id: int
    on: date
    source_id: UUID
    actor: Actor
    at: datetime

    @property
    def recorded(self) -> tuple[Any, ...]:
        """The last columns of a movement."""
        return self.source_id, self.actor.pk, self.actor.name[:120], moment(self.at)


@dataclass(frozen=True, slots=True)
class Came:
    """Somebody now held at the place: since when, as far as the list says, and in which barrack."""

    person_id: UUID
    since: date | None = None
    unit: str = ""


@dataclass(slots=True)
class Stands:
    """How somebody's custody stands: the open episode, its last movement, the open placements, the last episode."""

    held_at: int | None = None
    episode: UUID | None = None
    movements: int = 0
    placements: list[str] = field(default_factory=list)
    episodes: int = 0


def admit(people: Sequence[Came], by: ByList, writes: Writes) -> None:
    """Begin an episode for people nobody knew before; that they are held there is written by whoever writes it."""
    began = [(new_id(), one) for one in people]
    writes.insert(CustodyEpisode, EPISODE, ((key, one.person_id, 1, one.since, None, "") for key, one in began))
    writes.insert(Movement, MOVEMENT, (_admission(key, one, by) for key, one in began))
    writes.insert(Placement, PLACEMENT, (_stay(key, one, by, one.since) for key, one in began))


def bring(people: Mapping[UUID, Came], by: ByList) -> dict[UUID, dict[str, Any]]:
    """People known who are now held here: a transfer from where they were, or a new episode. Says what it replaced."""
    stands = stands_of(list(people))
    seen = dict(
        Presence.objects.filter(person_id__in=list(people), place=by.place_id).values_list("person_id", "seen_until")
    )
    episodes, moves, stays = [], [], []
    for one, came in people.items():
        now = stands[one]
        episode = now.episode if now.held_at is not None else None
        if episode is None:
            episode = new_id()
            episodes.append((episode, one, now.episodes + 1, came.since, None, ""))
            moves.append(_admission(episode, came, by))
        else:
            columns = (MovementKind.TRANSFER.value, now.held_at, by.place_id, by.on, "", *by.recorded)
            moves.append((new_id(), one, episode, now.movements + 1, *columns))
        stays.append(_stay(episode, came, by, by.on if now.held_at is not None else came.since))
    _close(people, by.on)
    insert(CustodyEpisode, EPISODE, episodes)
    insert(Movement, MOVEMENT, moves)
    insert(Placement, PLACEMENT, stays)
    _now_at(people, by.place_id)
    for former, ids in _by_place(stands).items():
        for part in parts(ids):
            leave(person_ids=part, place_id=former, on=by.on)
    hold([(one, by.place_id) for one in people])
    return {one: _before(now, one in seen, seen.get(one)) for one, now in stands.items()}


def let_go(people: Mapping[UUID, tuple[MovementKind, str]], by: ByList) -> dict[UUID, dict[str, Any]]:
    """People of whom the list says that they have left, and how. Says what it replaced."""
    stands = {one: now for one, now in stands_of(list(people)).items() if now.episode is not None}
    moves = []
    for one, now in stands.items():
        kind, reason = people[one]
        columns = (kind.value, now.held_at, None, by.on, reason[:240], *by.recorded)
        moves.append((new_id(), one, now.episode, now.movements + 1, *columns))
    insert(Movement, MOVEMENT, moves)
    for kind in ENDS:
        ended = [now.episode for one, now in stands.items() if people[one][0] == kind]
        for part in parts(ended):
            CustodyEpisode.objects.filter(pk__in=part).update(ended_on=by.on, ended_by=kind)
    _close(stands, by.on)
    _now_at(stands, None)
    for former, ids in _by_place(stands).items():
        for part in parts(ids):
            leave(person_ids=part, place_id=former, on=by.on)
    return {one: _before(now, True, None) for one, now in stands.items()}


def stands_of(ids: Collection[UUID]) -> dict[UUID, Stands]:
    """How the custody of these people stands, in five queries for every thousand."""
    found = {one: Stands() for one in ids}
    for part in parts(ids):
        for one, held_at in Person.objects.filter(pk__in=part).values_list("pk", "held_at_id"):
            found[one].held_at = held_at
        episodes = CustodyEpisode.objects.filter(person__in=part).order_by("sequence")
        for key, one, sequence, ended, by in episodes.values_list(
            "pk", "person_id", "sequence", "ended_on", "ended_by"
        ):
            found[one].episodes = sequence
            found[one].episode = key if ended is None and not by else None
        counted = Movement.objects.filter(person__in=part).order_by().values("episode_id", "person_id")
        for row in counted.annotate(last=Max("sequence")):
            if row["episode_id"] == found[row["person_id"]].episode:
                found[row["person_id"]].movements = row["last"]
        for key, one in Placement.objects.filter(person__in=part, ended_on=None).values_list("pk", "person_id"):
            found[one].placements.append(str(key))
    return found


def _admission(episode: UUID, one: Came, by: ByList) -> tuple[Any, ...]:
    columns = (MovementKind.ADMISSION.value, None, by.place_id, one.since, "", *by.recorded)
    return (new_id(), one.person_id, episode, 1, *columns)


def _stay(episode: UUID, one: Came, by: ByList, since: date | None) -> tuple[Any, ...]:
    return new_id(), one.person_id, episode, by.place_id, one.unit[:80], since, None, by.source_id


def _before(now: Stands, had_presence: bool, until: date | None) -> dict[str, Any]:
    return {
        "held_at": now.held_at, "placements": now.placements, "episode": str(now.episode) if now.episode else None,
        "presence": had_presence, "until": until.isoformat() if until else None,
    }  # fmt: skip


def _close(people: Collection[UUID], on: date) -> None:
    for part in parts(list(people)):
        Placement.objects.filter(person__in=part, ended_on=None).update(ended_on=on)


def _now_at(people: Collection[UUID], place_id: int | None) -> None:
    for part in parts(list(people)):
        Person.objects.filter(pk__in=part).update(held_at=place_id)
        NameKey.objects.filter(person__in=part).update(place=place_id)


def _by_place(stands: Mapping[UUID, Stands]) -> dict[int, list[UUID]]:
    found: dict[int, list[UUID]] = defaultdict(list)
    for one, now in stands.items():
        if now.held_at is not None:
            found[now.held_at].append(one)
    return found
