"""What a list of people is narrowed by."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rihai.kit.forms import Form
from rihai.people.forms.entry import PlaceChoice
from rihai.people.models import LegalStatus, Sex
from rihai.people.queries.people import Filters
from rihai.places.models import Place


class NarrowForm(Form):
    """Place, status and sex; and whether those who are no longer held are listed too."""

    place = PlaceChoice(label=_("Place"), required=False, queryset=Place.objects.none(), empty_label=_("where I work"))
    status = forms.ChoiceField(
        label=_("Status"), required=False, choices=[("", _("every status")), *LegalStatus.choices]
    )
    sex = forms.ChoiceField(label=_("Sex"), required=False, choices=[("", _("everybody")), *Sex.choices])
    all = forms.BooleanField(label=_("Also who has left, or is assigned to me"), required=False)

    def __init__(self, *args: Any, places: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["place"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = places

    def filters(self) -> Filters:
        """The filter; what cannot be read narrows nothing."""
        said = self.cleaned_data if self.is_valid() else getattr(self, "cleaned_data", {})
        place = said.get("place")
        return Filters(
            place.pk if place else None, said.get("status") or "", said.get("sex") or "", bool(said.get("all"))
        )
