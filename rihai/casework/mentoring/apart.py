"""Who is kept apart from a person, as the part `sessions` keeps it."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.db.models import Q

from rihai.casework.sessions.models import Apart


def kept_apart_from(person_id: UUID, *, on: date) -> frozenset[UUID]:
    """The persons she is never put together with on a day, at whatever level; asked as the house."""
    rows = Apart.objects.filter(Q(one=person_id) | Q(other=person_id)).filter(Q(ended_on=None) | Q(ended_on__gt=on))
    return frozenset(one for pair in rows.values_list("one", "other") for one in pair) - {person_id}
