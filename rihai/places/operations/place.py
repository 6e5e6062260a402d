"""Adds, changes, moves, closes and reopens a place."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from rihai.kit import audit
from rihai.kit.actor import Actor
from rihai.kit.editing import Changed
from rihai.places import closure
from rihai.places.kinds import ADDED, STANDS_IN, CourtLevel, Kind
from rihai.places.models import Court, CourtSort, Inside, Place, Prison
from rihai.places.naming import folded
from rihai.places.operations.errors import WrongPlace

WRITTEN = ("name", "name_ur", "aliases", "address", "phone", "note", "source")


@transaction.atomic
def add_place(
    *,
    kind: Kind,
    within: Place,
    values: Mapping[str, str],
    actor: Actor,
    at: datetime,
    prison_type: str = "",
    holds: str = "",
    sort: CourtSort | None = None,
    invented: bool = False,
) -> Place:
    """Keep a new place. `values` holds any of WRITTEN.

    Raises WrongPlace where such a place cannot stand in `within`, or one of that kind and name stands there already.
    """
    _may_stand(kind, within)
    closure.lock_tree()
    if Place.objects.filter(kind=kind, within=within, name=values["name"]).exists():
        says = _("%(name)s is already kept there. Open it from the list, or give this one a name of its own.")
        raise WrongPlace(says % {"name": values["name"]})
    place = Place(kind=kind, within=within, invented=invented, **_written(values))
    place.sought = _sought(place)
    place.save()
    closure.add([place.pk])
    _keep_details(place, prison_type, holds, sort)
    audit.append("places.place.added", actor=actor, at=at, subject=place.pk, kind="place", detail={"kind": kind})
    return place


@transaction.atomic
def change_place(
    *,
    place: Place,
    version: int,
    within: Place | None,
    values: Mapping[str, str],
    actor: Actor,
    at: datetime,
    prison_type: str = "",
    holds: str = "",
    sort: CourtSort | None = None,
) -> Place:
    """Write anew what is said of a place, and where it stands; `within` None leaves it where it stands.

    Raises Changed when `version` is no longer the record's, WrongPlace where it cannot stand there.
    """
    closure.lock_tree()
    held = _unchanged(place, version)
    moved = within is not None and within.pk != held.within_id
    if moved and within is not None:
        _may_stand(Kind(held.kind), within)
        if Inside.objects.filter(outer=held, inner=within).exists():
            raise WrongPlace(_("A place cannot stand in itself or in something that stands in it."))
        held.within = within
    changed = [name for name in WRITTEN if name in values and getattr(held, name) != values[name]]
    for name, value in _written(values).items():
        setattr(held, name, value)
    held.sought = _sought(held)
    held.version += 1
    held.save()
    if moved:
        closure.move(held)
    _keep_details(held, prison_type, holds, sort)
    detail = {"fields": changed, "moved_to": held.within_id if moved else None}
    audit.append("places.place.changed", actor=actor, at=at, subject=held.pk, kind="place", detail=detail)
    return held


@transaction.atomic
def close_place(*, place: Place, version: int, on: date, actor: Actor, at: datetime) -> Place:
    """Close a place on a day; it stays in every list of the past.

    Raises WrongPlace for an area, for a place closed already and while something open stands in it.
    """
    held = _unchanged(place, version)
    if held.kind not in ADDED or held.kind == Kind.TEHSIL:
        raise WrongPlace(_("Provinces, divisions, districts and tehsils are not closed here."))
    if held.closed_on:
        raise WrongPlace(_("It is closed already. Reopen it first if the day is wrong."))
    still = Inside.objects.filter(outer=held, inner__closed_on=None).exclude(inner=held).count()
    if still:
        raise WrongPlace(_("Open places stand in it: %(count)s. Close or move them first.") % {"count": still})
    held.closed_on = on
    held.version += 1
    held.save()
    audit.append("places.place.closed", actor=actor, at=at, subject=held.pk, kind="place", detail={"on": on})
    return held


@transaction.atomic
def reopen_place(*, place: Place, version: int, actor: Actor, at: datetime) -> Place:
    """Take back a closing. Raises WrongPlace for a place that is open."""
    held = _unchanged(place, version)
    if not held.closed_on:
        raise WrongPlace(_("It is open."))
    held.closed_on = None
    held.version += 1
    held.save()
    audit.append("places.place.reopened", actor=actor, at=at, subject=held.pk, kind="place")
    return held


def _unchanged(place: Place, version: int) -> Place:
    """The record as it is now, locked. Raises Changed when it is no longer as the form found it."""
    held = Place.objects.select_for_update().get(pk=place.pk)
    if held.version != version:
        raise Changed(_("Somebody changed this place while you were writing. Nothing was overwritten."))
    return held


def _may_stand(kind: Kind, within: Place) -> None:
    if kind not in ADDED and not STANDS_IN[kind]:
        raise WrongPlace(_("A country comes with the published places."))
    if within.kind not in STANDS_IN[kind]:
        says = _("%(kind)s cannot stand in %(within)s. Choose one of: %(kinds)s.")
        kinds = ", ".join(str(one.label) for one in STANDS_IN[kind])
        raise WrongPlace(says % {"kind": kind.label, "within": Kind(within.kind).label, "kinds": kinds})


def _written(values: Mapping[str, str]) -> dict[str, Any]:
    return {name: values[name] for name in WRITTEN if name in values}


def _sought(place: Place) -> str:
    return folded(place.name, place.name_ur, place.aliases)


def _keep_details(place: Place, prison_type: str, holds: str, sort: CourtSort | None) -> None:
    if place.kind == Kind.PRISON:
        Prison.objects.update_or_create(place=place, defaults={"type": prison_type, "holds": holds})
    if place.kind == Kind.COURT and sort:
        Court.objects.update_or_create(place=place, defaults={"sort": sort, "level": sort.level})
    elif place.kind == Kind.COURT and not Court.objects.filter(place=place).exists():
        Court.objects.create(place=place, level=CourtLevel.DISTRICT)
