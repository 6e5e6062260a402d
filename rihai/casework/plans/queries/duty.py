"""Who is on duty where somebody is held: accounts that work in cases or health there, by posting, on a day."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db.models import Q

from rihai.accounts.models import Posting
from rihai.accounts.operations.house import as_house
from rihai.accounts.queries import is_guarded
from rihai.accounts.roles import GIVEN
from rihai.accounts.standing import holding_on, local_day
from rihai.kit.classes import DataClass
from rihai.people.models import Person
from rihai.places.models import Inside

CARES = {"casework.keep", "casework.health"}


def on_duty(person: Person, *, at: datetime) -> list[UUID]:
    """The accounts that see a person by place and care for people there; of a guarded one, those who see guarded."""
    if person.held_at_id is None:
        return []
    guarded = is_guarded(person.pk)
    roles = [
        key
        for key, role in GIVEN.items()
        if role.capabilities & CARES and DataClass.PERSONAL in role.by_place and (role.guarded or not guarded)
    ]
    with as_house(at):
        around = list(Inside.objects.filter(inner=person.held_at_id).values_list("outer_id", flat=True))
        there = Q(place__in=around) | Q(unit__at__place__in=around) | Q(place=None, unit=None)
        posted = Posting.objects.filter(holding_on(local_day(at)), there, role__in=roles, account__is_active=True)
        return list(posted.order_by().values_list("account_id", flat=True).distinct())
