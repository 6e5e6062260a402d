"""Reads an account's postings into the plain values by which access is decided."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Q
from django.utils import timezone

from rihai.accounts.access import Post, Standing
from rihai.accounts.acting import reads
from rihai.accounts.models.account import SYSTEM_ID
from rihai.accounts.models.posting import Posting
from rihai.accounts.roles import SYSTEM

__all__ = ["Standing", "forget_standings", "holding_on", "local_day", "standing_of"]


def local_day(moment: datetime) -> date:
    """The day of a moment on the office's clock."""
    return timezone.localdate(moment)


def holding_on(day: date) -> Q:
    """Postings that hold on a day; the day they end they do not."""
    return Q(started_on__lte=day) & (Q(ended_on__isnull=True) | Q(ended_on__gt=day))


def standing_of(account_id: UUID, *, on: date) -> Standing:
    """The postings that hold on a day, none for an account that was stopped; one query in each request or job.

    Whatever changes postings, units or accounts in a request calls `forget_standings`.
    """
    if account_id == SYSTEM_ID:
        return _HOUSE
    kept = reads()
    found: Standing | None = kept.get(("standing", account_id, on))
    if found is None:
        found = kept["standing", account_id, on] = _read(account_id, on)
    return found


def forget_standings() -> None:
    """Postings have changed: whoever asks next reads them again."""
    reads().clear()


def _read(account_id: UUID, on: date) -> Standing:
    rows: Iterable[tuple[Any, ...]] = Posting.objects.filter(
        holding_on(on), account=account_id, account__is_active=True
    ).values_list("id", "role", "place_id", "unit_id", "unit__at__place_id")
    roles: dict[UUID, str] = {}
    places: dict[UUID, set[int]] = {}
    for posting, role, place, unit, unit_place in rows:
        roles[posting] = role
        at = places.setdefault(posting, set())
        if place is None and unit is None:
            at.add(_EVERYWHERE)
        at.update(one for one in (place, unit_place) if one)
    return Standing(
        tuple(
            Post(role, frozenset(places[posting] - {_EVERYWHERE}), _EVERYWHERE in places[posting])
            for posting, role in roles.items()
        )
    )


_HOUSE = Standing((Post(SYSTEM, everywhere=True),))
_EVERYWHERE = 0  # no place has this key
