"""Which rows about a person the actor sees: those of a class their work reads, of somebody whom they see in it."""

from __future__ import annotations

from datetime import datetime
from typing import TypeVar

from django.db.models import Model, Q, QuerySet

from rihai.accounts.queries import sees
from rihai.casework.cases.capabilities import read_by
from rihai.kit.actor import Actor

M = TypeVar("M", bound=Model)


def seen_by_row(actor: Actor, *, at: datetime | None = None, column: str = "person_id") -> Q:
    """The filter of a table each of whose rows says which class it holds."""
    found = Q(pk__in=())
    for one in read_by(actor):
        found |= Q(data_class=one) & sees(actor, one, column=column, at=at)
    return found


def rows_for(model: type[M], actor: Actor, *, at: datetime | None = None) -> QuerySet[M]:
    """The rows of a table about persons that the actor sees."""
    return model._default_manager.filter(seen_by_row(actor, at=at))
