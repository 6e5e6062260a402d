"""Keep-apart records, for who sees both persons and one of them in the class of the record."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import F, Q, QuerySet

from rihai.accounts.queries import sees
from rihai.casework.cases.capabilities import read_by
from rihai.casework.sessions.models import Apart
from rihai.kit.actor import Actor
from rihai.kit.classes import DataClass

SOON = timedelta(days=14)


def aparts_for(actor: Actor, *, at: datetime | None = None) -> QuerySet[Apart]:
    """The records the actor may see."""
    both = sees(actor, DataClass.PERSONAL, column="one_id", at=at) & sees(
        actor, DataClass.PERSONAL, column="other_id", at=at
    )
    found = Q(pk__in=())
    for one in read_by(actor):
        found |= Q(data_class=one) & (
            sees(actor, one, column="one_id", at=at) | sees(actor, one, column="other_id", at=at)
        )
    return Apart.objects.filter(both & found)


def apart_seen(apart_id: UUID, *, actor: Actor) -> Apart | None:
    """One record; None for one the actor may not see."""
    return aparts_for(actor).select_related("one", "other").filter(pk=apart_id).first()


def aparts_of(person_id: UUID, *, actor: Actor) -> list[Apart]:
    """Those that stand about one person."""
    rows = aparts_for(actor).filter(Q(one=person_id) | Q(other=person_id), ended_on=None)
    return list(rows.select_related("one", "other"))


def aparts_listed(actor: Actor) -> list[Apart]:
    """Those that stand, by the day of their review."""
    return list(aparts_for(actor).filter(ended_on=None).select_related("one", "other")[:100])


def to_review(actor: Actor, *, on: date) -> QuerySet[Apart]:
    """Those to be looked at again within two weeks."""
    return aparts_for(actor).filter(ended_on=None, review_on__lte=on + SOON).select_related("one", "other")


def in_one_prison(actor: Actor) -> QuerySet[Apart]:
    """Those who are not to be in one prison and are held in the same place now."""
    rows = aparts_for(actor).filter(ended_on=None, level=Apart.Level.PRISON)
    return rows.filter(one__held_at__isnull=False, one__held_at=F("other__held_at")).select_related("one", "other")
