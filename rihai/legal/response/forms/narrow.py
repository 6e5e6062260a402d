"""By what the boards are narrowed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rihai.kit.forms import Form
from rihai.legal.response.queries.lists import IDLE_DAYS, Asked
from rihai.people.forms.entry import PlaceChoice
from rihai.places.models import Place

DAYS = (0, 3, 7, IDLE_DAYS, 30, 60, 90)


class NarrowForm(Form):
    """The place; what cannot be read narrows nothing."""

    place = PlaceChoice(label=_("Place"), required=False, queryset=Place.objects.none(), empty_label=_("where I work"))

    def __init__(self, *args: Any, places: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["place"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = places

    def said(self, name: str) -> Any:
        """What a field says; None for what cannot be read."""
        self.is_valid()
        return getattr(self, "cleaned_data", {}).get(name)

    @property
    def place_id(self) -> int | None:
        """The place chosen."""
        place = self.said("place")
        return place.pk if place else None


class UntouchedForm(NarrowForm):
    """Place, provision, and for how many days nothing was done."""

    days = forms.ChoiceField(
        label=_("Untouched for days"), required=False, choices=[(str(one), str(one)) for one in DAYS], initial=IDLE_DAYS
    )
    provision = forms.ChoiceField(label=_("Provision"), required=False)

    def __init__(self, *args: Any, provisions: Sequence[tuple[str, str]] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["provision"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", _("every provision")), *provisions]

    def asked(self) -> Asked:
        """What the view is narrowed by."""
        days = self.said("days")
        return Asked(days=int(days) if days else IDLE_DAYS, place=self.place_id, provision=self.said("provision") or "")
