"""The form of an answer."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from rihai.helpline.answers.models import Kind
from rihai.kit.forms import Form


class AnswerForm(Form):
    """What who asked is to read."""

    kind = forms.ChoiceField(label=_("What they read"), choices=Kind.choices, widget=forms.RadioSelect)
    words = forms.CharField(
        label=_("In your own words"), required=False, max_length=1000, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("No place, no section, no court, nothing of a case: it may be read by whoever holds the phone."),
    )  # fmt: skip
    danger = forms.CharField(
        label=_("In danger to life, without their word: why it is told"), required=False, max_length=300
    )
    is_checked = forms.BooleanField(
        label=_("I looked again: it tells neither where nor why somebody is held"), required=False
    )
