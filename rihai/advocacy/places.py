"""The field by which a place is chosen: countries, provinces, districts, prisons; none is the widest."""

from __future__ import annotations

from typing import Any

from django import forms

from rihai.places.kinds import Kind
from rihai.places.models import Place

KINDS = (Kind.COUNTRY, Kind.PROVINCE, Kind.DISTRICT, Kind.PRISON)


class PlaceField(forms.ModelChoiceField[Place]):
    """An open place of these kinds, by name; not asked for."""

    def __init__(self, *, label: Any, empty: Any) -> None:
        rows = Place.objects.filter(kind__in=[str(one) for one in KINDS], closed_on=None).order_by("name", "pk")
        super().__init__(label=label, queryset=rows, required=False, empty_label=empty)

    def label_from_instance(self, obj: Any) -> str:
        return str(obj.shown)
