"""The forms of the two directories."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rihai.casework.services.catalogue import catalogue
from rihai.casework.services.forms.base import EMPTY, Entry
from rihai.casework.services.telling import FIELDS
from rihai.kit.forms import Form
from rihai.places.kinds import Kind
from rihai.places.models import Place

BODIES = (Kind.PARTNER_BODY, Kind.SHELTER_HOME, Kind.PROBATION_OFFICE, Kind.PAROLE_OFFICE)


class ShownChoice(forms.ModelChoiceField):  # type: ignore[type-arg]
    """A place by its name in the reader's language."""

    def label_from_instance(self, obj: Place) -> str:
        """With what it stands in."""
        return f"{obj.shown}, {obj.within.shown}" if obj.within else obj.shown


def districts() -> ShownChoice:
    """The districts."""
    return ShownChoice(
        label=_("District"),
        queryset=Place.objects.filter(kind=Kind.DISTRICT).select_related("within").order_by("name"),
    )


class EmployerForm(Entry):
    """An employer."""

    past = ("checked_on",)
    name = forms.CharField(label=_("Name"), max_length=160)
    district = districts()
    trades = forms.CharField(label=_("Trades"), max_length=300, help_text=_("Tailoring, packing, kitchen."))
    terms = forms.CharField(label=_("Terms"), required=False, max_length=300, help_text=_("Hours, pay, transport."))
    contact = forms.CharField(label=_("Whom to ask for"), required=False, max_length=160)
    phone = forms.CharField(label=_("Telephone"), required=False, max_length=40)
    checked_on = forms.DateField(label=_("Checked on"))
    ended_on = forms.DateField(label=_("Gives no more work from"), required=False)


class PartnerForm(Entry):
    """What a partner body does, and what it needs to be told."""

    past = ("checked_on",)
    body = ShownChoice(
        label=_("Partner"),
        queryset=Place.objects.filter(kind__in=BODIES, closed_on=None).select_related("within").order_by("name"),
        help_text=_("Partners are kept among the places; add a new one there first."),
    )
    service = forms.ChoiceField(label=_("Service"))
    needs_told = forms.MultipleChoiceField(
        label=_("What they need to be told"), widget=forms.CheckboxSelectMultiple,
        choices=[(code, label) for code, (label, _value) in FIELDS.items()],
        help_text=_("Nothing else can be told them in a referral."),
    )  # fmt: skip
    reached_how = forms.CharField(label=_("How they are reached"), required=False, max_length=300)
    answers_in_days = forms.IntegerField(label=_("Days within which they answer"), min_value=1, max_value=365)
    checked_on = forms.DateField(label=_("Checked on"))
    ended_on = forms.DateField(label=_("No longer given from"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.choose("service", [EMPTY, *((one.id, one.title.shown) for one in catalogue().values())])


class NarrowForm(Form):
    """What a directory is narrowed by."""

    district = districts()
    service = forms.ChoiceField(label=_("Service"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["district"].required = False
        field = self.fields["service"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [EMPTY, *((one.id, one.title.shown) for one in catalogue().values())]
