"""What is known of a person from where they are held: the country, the province, the prison and its kind.

A list says it in its heading, an interview sheet does not say it at all; that somebody is held at a place is itself on
record. What the record says of these things stands before it.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from rihai.facts.holding import PROVINCES
from rihai.places.kinds import Kind
from rihai.places.models import Inside, Place, Prison

_TYPES = {"sub-jail": "sub_jail", "high-security": "high_security", "open": "", "camp": ""}


def facts_of_places(place_ids: Collection[int]) -> dict[int, dict[str, Any]]:
    """The facts of each place, in three queries."""
    places = {one.pk: one for one in Place.objects.filter(pk__in=place_ids)}
    around: dict[int, dict[str, Place]] = {}
    outer = Inside.objects.filter(inner__in=place_ids, outer__kind__in=(Kind.PROVINCE, Kind.PRISON))
    for pair in outer.select_related("outer"):
        around.setdefault(pair.inner_id, {})[pair.outer.kind] = pair.outer
    prisons = {one.pk for found in around.values() if (one := found.get(Kind.PRISON))}
    types = dict(Prison.objects.filter(pk__in=prisons).values_list("pk", "type"))
    return {key: _facts(place, around.get(key, {}), types) for key, place in places.items()}


def _facts(place: Place, around: dict[str, Place], types: dict[int, str]) -> dict[str, Any]:
    prison = around.get(Kind.PRISON)
    said: dict[str, Any] = {"prison": (prison or place).name}
    kind = types.get(prison.pk, "") if prison else ""
    if known := "police_lockup" if place.kind == Kind.LOCK_UP else _TYPES.get(kind, kind):
        said["prison_type"] = known
    if province := _province(around.get(Kind.PROVINCE)):
        said |= {"province": province, "country": "PK"}
    return said


def _province(place: Place | None) -> str:
    name = place.name.casefold().replace(" ", "_").replace("-", "_") if place else ""
    return next((one for one in PROVINCES if name.startswith(one)), "")


def completed(record: dict[str, Any], place: dict[str, Any]) -> dict[str, Any]:
    """The record with what its place says where it is silent."""
    return {**place, **{name: value for name, value in record.items() if value is not None}}
