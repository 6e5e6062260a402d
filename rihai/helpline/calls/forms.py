"""A missed call by hand, and the exchange's list."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from rihai.kit.files.upload import FileField
from rihai.kit.forms import Form


class MissedForm(Form):
    """A number that rang and was not answered."""

    number = forms.CharField(
        label=_("Number that rang"), max_length=30,
        widget=forms.TextInput(attrs={"inputmode": "tel", "dir": "ltr", "autocomplete": "off"}),
    )  # fmt: skip
    ago = forms.IntegerField(label=_("How many minutes ago"), min_value=0, max_value=40_000, initial=0)


class ListForm(Form):
    """The exchange's list."""

    calls = FileField(
        label=_("List of the exchange (.csv, .xlsx)"),
        help_text=_(
            "A number and a time in each line, as your exchange writes them. Calls that were answered are left out, "
            "and the file itself is not kept."
        ),
    )
