"""Somebody without an account offers to be a mentor; kept for whoever coordinates at that place.

Kept by the house: nobody is signed in, so the form is held to places where somebody reads it.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import QuerySet

from rihai.accounts.operations.house import as_house
from rihai.accounts.queries import accounts_who_may, standing
from rihai.accounts.standing import local_day
from rihai.casework.mentoring.models import Volunteer
from rihai.kit.audit import append
from rihai.kit.classes import DataClass
from rihai.places.kinds import SERVED_AT
from rihai.places.models import Inside, Place

FIELDS = ("name", "phone", "sex", "place", "languages", "times", "motive")


def places_asked(*, at: datetime) -> QuerySet[Place]:
    """The places where somebody coordinates mentors now, so that an application is read."""
    with as_house(at):
        found = Place.objects.filter(kind__in=SERVED_AT, closed_on=None).order_by("name")
        reaches = [
            standing(one, at).reach(DataClass.PERSONAL) for one in accounts_who_may("casework.match", on=local_day(at))
        ]
        if any(one.everywhere for one in reaches):
            return found
        outer = {place for one in reaches for place in one.places}
        return found.filter(pk__in=list(Inside.objects.filter(outer__in=outer).values_list("inner_id", flat=True)))


@transaction.atomic
def apply_from_outside(*, said: Mapping[str, Any], at: datetime) -> Volunteer:
    """Keep an application; it stands in the coordinator's list as any other, and nothing of it is looked at yet."""
    with as_house(at):
        made = Volunteer.objects.create(**{name: said[name] for name in FIELDS}, applied_on=local_day(at))
    append("casework.volunteer.applied_from_outside", actor=None, at=at, subject=made.pk, kind="volunteer")
    return made
