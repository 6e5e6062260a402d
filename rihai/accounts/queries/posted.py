"""Who is posted at a place with something they may do: whom an alert or a late answer is told to."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from rihai.accounts.models import Posting
from rihai.accounts.operations.house import as_house
from rihai.accounts.roles import ROLES
from rihai.accounts.standing import local_day
from rihai.places.models import Inside


def posted_at(place_id: int, capabilities: Iterable[str], *, at: datetime) -> list[UUID]:
    """The accounts whose posting covers a place and gives one of the capabilities, in a set order."""
    wanted = set(capabilities)
    roles = [key for key, role in ROLES.items() if wanted & role.capabilities]
    day = local_day(at)
    with as_house(at):
        around = list(Inside.objects.filter(inner=place_id).values_list("outer_id", flat=True))
        where = Q(place__in=around) | Q(unit__at__place__in=around) | Q(place=None, unit=None)
        rows = Posting.objects.filter(where, role__in=roles, started_on__lte=day, account__is_active=True)
        found = rows.filter(Q(ended_on=None) | Q(ended_on__gt=day)).values_list("account_id", flat=True)
        return sorted(set(found))
