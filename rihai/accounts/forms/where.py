"""Fields that choose where a posting is: a place by its kind, or a unit."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rihai.accounts.models import Unit
from rihai.accounts.roles import GIVEN, Where
from rihai.kit.forms import Form
from rihai.places.kinds import Kind
from rihai.places.models import Place

POSTED_AT = (
    Kind.COUNTRY, Kind.PROVINCE, Kind.DIVISION, Kind.DISTRICT, Kind.PRISON, Kind.LOCK_UP, Kind.SHELTER_HOME,
    Kind.COURT, Kind.PROBATION_OFFICE, Kind.PAROLE_OFFICE, Kind.PARTNER_BODY,
)  # fmt: skip


def places_by_kind() -> list[Any]:
    """The places of a choice, under the names of their kinds; one query."""
    rows = Place.objects.filter(kind__in=POSTED_AT, closed_on=None).order_by("name", "pk")
    by_kind: dict[str, list[tuple[str, str]]] = {}
    for one in rows.only("pk", "kind", "name", "name_ur"):
        by_kind.setdefault(one.kind, []).append((str(one.pk), one.shown))
    groups = [(str(kind.label).capitalize(), by_kind[kind]) for kind in POSTED_AT if kind in by_kind]
    return [("", "—"), *groups]


class PlaceField(forms.ChoiceField):
    """One place, or none."""

    def __init__(self, **more: Any) -> None:
        super().__init__(choices=places_by_kind, required=False, **more)

    def clean(self, value: Any) -> Any:
        """The place; None when left empty."""
        chosen = super().clean(value)
        return Place.objects.get(pk=int(chosen)) if chosen else None


class PostingForm(Form):
    """A role, where, and from when until when."""

    role = forms.ChoiceField(label=_("Role"))
    place = PlaceField(
        label=_("Place"),
        help_text=_(
            "With everything that stands in it: a province covers its prisons. Empty for a unit or the office."
        ),
    )
    unit = forms.ModelChoiceField(
        Unit.objects.none(), label=_("Unit"), required=False, help_text=_("Covers the places the unit works at.")
    )
    started_on = forms.DateField(label=_("From"))
    ended_on = forms.DateField(
        label=_("Until"), required=False, help_text=_("The first day it no longer holds; empty: until it is ended.")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        role, unit = self.fields["role"], self.fields["unit"]
        assert isinstance(role, forms.ChoiceField)
        assert isinstance(unit, forms.ModelChoiceField)
        role.choices = [("", "—"), *((key, f"{one.title} ({where_of(key)})") for key, one in GIVEN.items())]
        unit.queryset = Unit.objects.filter(ended_on=None).order_by("name", "pk")


def where_of(role: str) -> str:
    """At what a role is posted, in words."""
    return ", ".join(str(_WHERE[one]) for one in Where if one in GIVEN[role].where)


_WHERE = {Where.PLACE: _("at a place"), Where.UNIT: _("in a unit"), Where.OFFICE: _("whole office")}
