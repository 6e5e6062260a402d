"""Adds and changes official contacts."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from rihai.kit import audit
from rihai.kit.actor import Actor
from rihai.kit.editing import Changed
from rihai.places.models import Place, PlaceContact

WRITTEN = ("post", "name", "phone", "email", "note", "ended_on")


@transaction.atomic
def add_contact(*, place: Place, values: Mapping[str, Any], actor: Actor, at: datetime) -> PlaceContact:
    """Keep whom to speak to at a place. `values` holds any of WRITTEN; the trail names nobody."""
    made = PlaceContact.objects.create(place=place, **_written(values))
    audit.append("places.contact.added", actor=actor, at=at, subject=place.pk, kind="place", detail={"id": made.pk})
    return made


@transaction.atomic
def change_contact(
    *, contact: PlaceContact, version: int, values: Mapping[str, Any], actor: Actor, at: datetime
) -> PlaceContact:
    """Write a contact anew. Raises Changed when `version` is no longer the record's."""
    held = PlaceContact.objects.select_for_update().get(pk=contact.pk)
    if held.version != version:
        raise Changed(_("Somebody changed this contact while you were writing. Nothing was overwritten."))
    for name, value in _written(values).items():
        setattr(held, name, value)
    held.version += 1
    held.save()
    detail = {"id": held.pk}
    audit.append("places.contact.changed", actor=actor, at=at, subject=held.place_id, kind="place", detail=detail)
    return held


def _written(values: Mapping[str, Any]) -> dict[str, Any]:
    return {name: values[name] for name in WRITTEN if name in values}
