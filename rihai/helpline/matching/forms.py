"""Forms that find who is meant, and bring her word."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from rihai.kit.forms import Form


class FindPersonForm(Form):
    """The name to look for."""

    name = forms.CharField(label=_("Name"), max_length=160)
    father = forms.CharField(label=_("Father’s or husband’s name"), max_length=160, required=False)


class WordForm(Form):
    """What she said."""

    allows = forms.TypedChoiceField(
        label=_("May who asks be told anything?"), widget=forms.RadioSelect, coerce=lambda value: value == "yes",
        choices=[("yes", _("Yes")), ("no", _("No"))],
    )  # fmt: skip
    words = forms.CharField(
        label=_("What they let us say, in their own words"), required=False, max_length=600,
        widget=forms.Textarea(attrs={"rows": 3}), help_text=_("Not where they are, not why."),
    )  # fmt: skip
    until = forms.DateField(label=_("Until which day, if they say one"), required=False)
