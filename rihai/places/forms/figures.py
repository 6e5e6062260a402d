"""The forms that record figures; what is left empty is not known, 0 is a true nought."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django import forms
from django.utils.translation import gettext_lazy as _

from rihai.kit.forms import Form
from rihai.places.models.figures import MOST, Precision, Standard, Status, Who
from rihai.places.operations import Said

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as StrPromise

ROWS: dict[str, tuple[str, str]] = {
    "men": (Who.MEN, Status.ANY),
    "women": (Who.WOMEN, Status.ANY),
    "juveniles": (Who.JUVENILES, Status.ANY),
    "transgender": (Who.TRANSGENDER, Status.ANY),
    "under_trial": (Who.ALL, Status.UNDER_TRIAL),
    "convicted": (Who.ALL, Status.CONVICTED),
    "condemned": (Who.ALL, Status.CONDEMNED),
    "other": (Who.ALL, Status.OTHER),
    "children": (Who.CHILDREN, Status.ANY),
}


def _figure(label: StrPromise, help_text: StrPromise | str = "") -> forms.IntegerField:
    return forms.IntegerField(label=label, help_text=help_text, min_value=0, max_value=MOST, required=False)


class SaidForm(Form):
    """When a figure was true and who says so; stands under every figure."""

    as_of = forms.DateField(
        label=_("As of which day"), required=False, help_text=_("Leave it empty if the source gives no day.")
    )
    precision = forms.ChoiceField(label=_("How exactly the day is known"), choices=Precision.choices, initial="day")
    source = forms.CharField(
        label=_("Source"), max_length=300, help_text=_("Who says so: a return, a report, a visit.")
    )
    url = forms.URLField(label=_("Address of the source"), max_length=300, required=False, assume_scheme="https")
    note = forms.CharField(label=_("Note"), max_length=400, required=False)

    def said(self) -> Said:
        """The day and the source as the operations take them."""
        return Said(**{name: self.cleaned_data[name] for name in SaidForm.base_fields})


class CapacityForm(SaidForm):
    """How many people a place is meant for."""

    places = forms.IntegerField(label=_("Places"), min_value=0, max_value=MOST)
    standard = forms.ChoiceField(label=_("By which standard"), choices=Standard.choices, initial=Standard.OFFICIAL)
    field_order = ("places", "standard")


class CountForm(SaidForm):
    """People held on a day. The two divisions overlap and need not add up; the page says what they come to."""

    total = _figure(_("People held, in all"), help_text=_("As the source gives it; do not add up yourself."))
    men = _figure(_("Men"))
    women = _figure(_("Women"))
    juveniles = _figure(_("Under 18"))
    transgender = _figure(_("Transgender people"))
    under_trial = _figure(_("Under trial"))
    convicted = _figure(_("Convicted"))
    condemned = _figure(_("Condemned to death"))
    other = _figure(_("Other: civil, internees, deportees"))
    children = _figure(_("Children living with a parent"), help_text=_("Never counted among the people held."))
    field_order = ("total", *ROWS)

    def parts(self) -> dict[tuple[str, str], int]:
        """The rows that were filled in."""
        said = self.cleaned_data
        return {key: said[name] for name, key in ROWS.items() if said[name] is not None}


class CaseloadForm(SaidForm):
    """Officers and the people they supervise."""

    officers = _figure(_("Officers"))
    people = _figure(_("People under supervision"))
    field_order = ("officers", "people")
