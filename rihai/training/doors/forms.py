"""The forms of doors: opening one, and the code by which somebody answers a test."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rihai.kit.forms import Form
from rihai.training.doors.models import Asks
from rihai.training.fields import number


class OpenForm(Form):
    """What is answered, and how long the door stands open."""

    asks = forms.ChoiceField(label=_("What is answered"), choices=Asks.choices, widget=forms.RadioSelect)
    hours = number(_("For how many hours"), 1, 12)

    def __init__(self, *args: Any, has_test: bool, **kwargs: Any) -> None:
        super().__init__(*args, initial={"hours": 2}, **kwargs)
        if not has_test:
            field = self.fields["asks"]
            assert isinstance(field, forms.ChoiceField)
            field.choices = [(Asks.SAID.value, Asks.SAID.label)]


class CodeForm(Form):
    """The code on the participant's slip."""

    code = forms.CharField(
        label=_("The code on your slip"), max_length=12, help_text=_("Not your name: nobody is told whose code it is."),
        widget=forms.TextInput(attrs={"dir": "ltr", "autocomplete": "off"}),
    )  # fmt: skip
