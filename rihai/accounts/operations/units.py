"""Units: teams of ours, and the places they work at."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from django.db import transaction
from django.db.models import F, Q
from django.utils.translation import gettext as _

from rihai.accounts.models import Posting, Unit, UnitPlace
from rihai.accounts.standing import forget_standings
from rihai.errors import Refused
from rihai.kit.actor import Actor
from rihai.kit.audit import append
from rihai.kit.editing import save_if_unchanged
from rihai.places.models import Place


class UnitRefused(Refused):
    """A unit that cannot be so."""


@transaction.atomic
def make_unit(*, name: str, purpose: str = "", places: Iterable[Place] = (), actor: Actor | None, at: datetime) -> Unit:
    """A new team. Raises UnitRefused when one of that name works already."""
    if Unit.objects.filter(name=name, ended_on=None).exists():
        raise UnitRefused(_("A unit of that name works already."))
    unit = Unit.objects.create(name=name, purpose=purpose)
    _set_places(unit, places)
    append("accounts.unit.made", actor=actor, at=at, subject=unit.pk, kind="unit")
    return unit


@transaction.atomic
def mend_unit(
    *, unit: Unit, version: int, name: str, purpose: str, places: Iterable[Place], actor: Actor, at: datetime
) -> None:
    """Change its name, purpose and places; what its postings see follows at once.

    Raises Changed when `version` is no longer the record's, UnitRefused when another unit works under that name.
    """
    if unit.ended_on is None and Unit.objects.filter(name=name, ended_on=None).exclude(pk=unit.pk).exists():
        raise UnitRefused(_("A unit of that name works already."))
    unit.name, unit.purpose = name, purpose
    save_if_unchanged(unit, version=version, fields=["name", "purpose"])
    chosen = _set_places(unit, places)
    append("accounts.unit.mended", actor=actor, at=at, subject=unit.pk, kind="unit", detail={"places": chosen})


@transaction.atomic
def end_unit(*, unit: Unit, on: date, actor: Actor, at: datetime) -> int:
    """Close it, and end its postings; says how many. `on` is the first day it no longer works."""
    if unit.ended_on is not None:
        raise UnitRefused(_("This unit has ended already."))
    Unit.objects.filter(pk=unit.pk).update(ended_on=on, version=F("version") + 1)
    still = Q(ended_on__isnull=True) | Q(ended_on__gt=on)
    ended = Posting.objects.filter(still, unit=unit, started_on__lt=on).update(ended_on=on)
    Posting.objects.filter(unit=unit, started_on__gte=on).delete()
    forget_standings()
    append("accounts.unit.ended", actor=actor, at=at, subject=unit.pk, kind="unit", detail={"postings": ended})
    return ended


def _set_places(unit: Unit, places: Iterable[Place]) -> list[int]:
    chosen = sorted({place.pk for place in places})
    UnitPlace.objects.filter(unit=unit).exclude(place__in=chosen).delete()
    UnitPlace.objects.bulk_create([UnitPlace(unit=unit, place_id=one) for one in chosen], ignore_conflicts=True)
    forget_standings()
    return chosen
