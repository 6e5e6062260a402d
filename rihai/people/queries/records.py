"""The records screening reads: what is believed of people, as law/facts.md writes it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from itertools import islice
from typing import Any
from uuid import UUID

from django.db.models import Q

from rihai.accounts.acting import asked_at
from rihai.accounts.operations.house import as_house
from rihai.accounts.queries import sees
from rihai.kit.actor import Actor
from rihai.kit.classes import OF_PEOPLE, DataClass
from rihai.people.projection.statements import said_of
from rihai.people.record import Said, record_from

SCREENED = (DataClass.PERSONAL, DataClass.HEALTH, DataClass.LEGAL)
"""The classes screening goes by. What is sealed is never screened: a finding would tell of it."""
CHUNK = 1000


def said_about(
    person_id: UUID, *, actor: Actor, at: datetime | None = None, classes: Sequence[DataClass] = OF_PEOPLE
) -> list[Said]:
    """What was said of a person in those of the classes that the actor sees, in one query."""
    return said_of([person_id], _allowed(actor, at, classes)).get(person_id, [])


def record_of(person_id: UUID, *, actor: Actor, at: datetime | None = None) -> dict[str, Any]:
    """The record of one person in the classes the actor sees; of an unknown or unseen person it has only `id`."""
    return record_from(person_id, said_about(person_id, actor=actor, at=at))


def records_of(
    person_ids: Iterable[UUID], *, classes: Sequence[DataClass] = SCREENED, at: datetime | None = None
) -> Iterator[dict[str, Any]]:
    """The records of any number of persons, in their order, as the house reads them: for screening and matching alone.

    Nothing of it is shown to anybody without asking again as them. A thousand persons at a time are in memory.
    """
    left = iter(person_ids)
    allowed = Q(data_class__in=classes)
    while chunk := list(islice(left, CHUNK)):
        with as_house(at):
            said = said_of(chunk, allowed, with_sources=False)
        for person_id in chunk:
            yield record_from(person_id, said.get(person_id, ()))


def _allowed(actor: Actor, at: datetime | None, classes: Sequence[DataClass] = OF_PEOPLE) -> Q:
    moment = at or asked_at()
    allowed = Q()
    for one in classes:
        allowed |= Q(data_class=one) & sees(actor, one, at=moment)
    return allowed
