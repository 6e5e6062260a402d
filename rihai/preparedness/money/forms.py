"""The forms of crisis money."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rihai.kit.files.upload import FileField
from rihai.kit.forms import Form
from rihai.places.models import Place
from rihai.preparedness.fields import Entry, area, day, line
from rihai.preparedness.money.models import Line


def money(label: Any, *, help_text: Any = "") -> forms.DecimalField:
    """An amount of rupees."""
    return forms.DecimalField(
        label=label, min_value=Decimal("0.01"), max_digits=14, decimal_places=2, help_text=help_text,
        widget=forms.TextInput(attrs={"inputmode": "decimal", "dir": "ltr", "autocomplete": "off"}),
    )  # fmt: skip


class LineForm(Entry):
    """Money that a funder gave for emergencies."""

    place = forms.ModelChoiceField(
        label=_("Place"), queryset=Place.objects.none(), empty_label=None,
        help_text=_("It serves this place and all that stands in it."),
    )  # fmt: skip
    name = line(_("What it is called"), 120, required=True)
    funder = line(_("Who gives it"), 160, required=True)
    amount = money(_("How much, in rupees"))
    started_on = day(_("From"))
    ended_on = day(_("Until"), help_text=_("The first day on which it may not be spent any more."))
    paper = line(_("Agreement or order"), 160)

    def __init__(self, *args: Any, places: Any = None, record: Line | None = None, **kwargs: Any) -> None:
        super().__init__(*args, record=record, **kwargs)
        field = self.fields["place"]
        if record is not None:
            del self.fields["place"]
        else:
            assert isinstance(field, forms.ModelChoiceField)
            field.queryset = places


class AskForm(Form):
    """A request."""

    amount = money(_("How much, in rupees"))
    what = area(_("For what"), 400, required=True)


class AskForEmergencyForm(AskForm):
    """A request from within an emergency."""

    line = forms.ModelChoiceField(label=_("From which line"), queryset=Line.objects.none(), empty_label=None)
    field_order = ("line", "amount", "what")

    def __init__(self, *args: Any, lines: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["line"]
        field.queryset = lines
        field.label_from_instance = lambda one: f"{one.name} ({one.funder})"


class DecideForm(Form):
    """A decision on what somebody else asked for."""

    approved = forms.TypedChoiceField(
        label=_("Decision"), choices=[("yes", _("approve")), ("no", _("refuse"))], widget=forms.RadioSelect,
        coerce=lambda value: value == "yes",
    )  # fmt: skip
    beyond = forms.BooleanField(
        label=_("More than is left, and I answer for it"), required=False,
        help_text=_("Only where the line does not reach; your name and your reason stand beside it."),
    )  # fmt: skip
    why = area(_("Why"), 400)


class SpendForm(Form):
    """What was paid."""

    amount = money(_("How much was paid, in rupees"))
    on = day(_("Day"))
    paid_to = line(_("To whom"), 160, required=True)
    what = line(_("For what"), 300, required=True)
    file = FileField(label=_("Photograph of the receipt"), required=False)
    no_receipt = line(_("Why there is no receipt"), 300)

    def said(self) -> dict[str, Any]:
        """What was written, for the operation."""
        file = self.cleaned_data.get("file")
        return {**self.cleaned_data, "file": (file.name, file.read()) if file else None}
