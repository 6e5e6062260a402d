"""The form that narrows the list of places; what cannot be read is left out of the filter and said."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rihai.kit.forms import Form
from rihai.places.kinds import Kind
from rihai.places.models import Place


class NarrowForm(Form):
    """Words of a name, a kind, a province."""

    q = forms.CharField(
        label=_("Name"), max_length=120, required=False, widget=forms.TextInput(attrs={"type": "search"})
    )
    kind = forms.ChoiceField(label=_("Kind"), required=False)
    province = forms.TypedChoiceField(label=_("Province"), coerce=int, empty_value=None, required=False)

    def __init__(self, *args: Any, provinces: list[Place], **kw: Any) -> None:
        super().__init__(*args, **kw)
        kind, province = self.fields["kind"], self.fields["province"]
        assert isinstance(kind, forms.ChoiceField)
        assert isinstance(province, forms.ChoiceField)
        kinds = [choice for choice in Kind.choices if choice[0] != Kind.COUNTRY]
        kind.choices = [("", _("every kind")), *kinds]
        province.choices = [("", _("every province")), *((place.pk, place.shown) for place in provinces)]
