"""The form on the page of a link that somebody outside was given: it asks the second secret."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from rihai.kit.forms.careful import Form


class PinForm(Form):
    """The second secret of a link (`kit.links`), which came by another way than the link itself."""

    pin = forms.CharField(
        label=_("The code you were told"),
        max_length=20,
        widget=forms.TextInput(attrs={"autocomplete": "off", "dir": "ltr", "autocapitalize": "characters"}),
    )
