"""Where people are and were held, as access needs it; written by the acts that move, merge and erase people.

No line in the trail is written here: the act that calls has its own.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import transaction

from rihai.accounts.models import Demand, Grant, Guarded, Presence
from rihai.accounts.operations.house import as_house

_PART = 5000


@dataclass(frozen=True, slots=True)
class Moved:
    """What a merge moved, as plain values, so that it can be put back: keys of rows, and presences that were one."""

    grants: tuple[str, ...]
    guarded: tuple[str, ...]
    demands: tuple[str, ...]
    presences: tuple[str, ...]
    joined: tuple[dict[str, Any], ...]


@transaction.atomic
def hold(pairs: Iterable[tuple[UUID, int]]) -> None:
    """Each person is held at (or served at) the place from now on; set-based, for one and for a hundred thousand.

    A part at a time, for a hundred thousand rows as models are a hundred megabytes.
    """
    left = iter(dict.fromkeys(pairs))
    with as_house():
        guarded = set(Guarded.objects.filter(ended_at=None).values_list("person_id", flat=True))
        while part := list(islice(left, _PART)):
            Presence.objects.bulk_create(
                [Presence(person_id=one, place_id=place, guarded=one in guarded) for one, place in part],
                update_conflicts=True,
                unique_fields=["person_id", "place"],
                update_fields=["guarded", "seen_until"],
            )


@transaction.atomic
def leave(*, person_ids: Iterable[UUID], place_id: int, on: date) -> int:
    """They left the place on a day; it goes on seeing them for RIHAI_FORMER_DAYS. Says how many were held there."""
    until = on + timedelta(days=settings.FORMER_DAYS)
    with as_house():
        return Presence.objects.filter(person_id__in=list(person_ids), place=place_id, seen_until=None).update(
            seen_until=until
        )


@transaction.atomic
def move_person(*, person_id: UUID, into: UUID) -> Moved:
    """Two persons are one: everything by which the first is seen now shows the second. Guarded stays guarded."""
    with as_house():
        rows = (Grant, Guarded, Demand)
        keys = [_keys(model.objects.filter(person_id=person_id)) for model in rows]
        for model in rows:
            model.objects.filter(person_id=person_id).update(person_id=into)
        presences, joined = _join_presences(person_id, into)
        if Guarded.objects.filter(person_id=into, ended_at=None).exists():
            Presence.objects.filter(person_id=into).update(guarded=True)
    return Moved(keys[0], keys[1], keys[2], presences, joined)


@transaction.atomic
def move_back(*, moved: Moved, person_id: UUID, into: UUID) -> None:
    """They were two after all: put back what `move_person` moved, and what guards each."""
    with as_house():
        Grant.objects.filter(pk__in=moved.grants).update(person_id=person_id)
        Guarded.objects.filter(pk__in=moved.guarded).update(person_id=person_id)
        Demand.objects.filter(pk__in=moved.demands).update(person_id=person_id)
        Presence.objects.filter(pk__in=moved.presences).update(person_id=person_id)
        for one in moved.joined:
            until = date.fromisoformat(one["until"]) if one["until"] else None
            Presence.objects.create(person_id=person_id, place_id=one["place"], seen_until=until)
            kept = date.fromisoformat(one["kept_until"]) if one["kept_until"] else None
            Presence.objects.filter(person_id=into, place=one["place"]).update(seen_until=kept)
        for one_id in (person_id, into):
            is_guarded = Guarded.objects.filter(person_id=one_id, ended_at=None).exists()
            Presence.objects.filter(person_id=one_id).update(guarded=is_guarded)


@transaction.atomic
def erase_person(*, person_id: UUID) -> None:
    """Take away everything by which a person is seen. The register of demands keeps its papers without them."""
    with as_house():
        Grant.objects.filter(person_id=person_id).delete()
        Presence.objects.filter(person_id=person_id).delete()
        Guarded.objects.filter(person_id=person_id).delete()
        Demand.objects.filter(person_id=person_id).update(person_id=None)


@transaction.atomic
def forget(person_ids: Iterable[UUID], *, place_id: int | None = None) -> None:
    """They were never held at the place; without one, they were never known: a census that brought them is undone."""
    ids = list(person_ids)
    with as_house():
        held = Presence.objects.filter(person_id__in=ids)
        (held if place_id is None else held.filter(place=place_id)).delete()
        if place_id is None:
            Guarded.objects.filter(person_id__in=ids).delete()


@transaction.atomic
def seen_again(person_id: UUID, *, place_id: int, until: str | None) -> None:
    """The place sees the person until the day it did before an undone act; None: as long as they are held."""
    with as_house():
        day = date.fromisoformat(until) if until else None
        Presence.objects.filter(person_id=person_id, place=place_id).update(seen_until=day)


def _join_presences(person_id: UUID, into: UUID) -> tuple[tuple[str, ...], tuple[dict[str, Any], ...]]:
    """Where both were held, one row stays, with the later end."""
    stays = {one.place_id: one for one in Presence.objects.filter(person_id=into)}
    moved, joined = [], []
    for one in list(Presence.objects.filter(person_id=person_id)):
        other = stays.get(one.place_id)
        if other is None:
            Presence.objects.filter(pk=one.pk).update(person_id=into)
            moved.append(str(one.pk))
            continue
        joined.append({"place": one.place_id, "until": _text(one.seen_until), "kept_until": _text(other.seen_until)})
        ends = [other.seen_until, one.seen_until]
        latest = None if None in ends else max(end for end in ends if end)
        Presence.objects.filter(pk=other.pk).update(seen_until=latest)
        one.delete()
    return tuple(moved), tuple(joined)


def _keys(rows: Any) -> tuple[str, ...]:
    return tuple(str(one) for one in rows.values_list("pk", flat=True))


def _text(day: date | None) -> str:
    return day.isoformat() if day else ""
