"""Why a version comes into force, or is taken back."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from rihai.kit.forms import Form


class ReasonForm(Form):
    """The reason, which is written into the trail."""

    reason = forms.CharField(
        label=_("Why"), max_length=500, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Who read it, on what it rests. It is kept with the act; name no person in custody."),
    )  # fmt: skip
