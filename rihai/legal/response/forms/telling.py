"""Whether she was told, and whether what a clock asks for was done."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rihai.kit.forms import Form
from rihai.legal.response.forms.answer import EARLIEST

TOLD, NOT_TOLD = "told", "not_told"


class TellingForm(Form):
    """She was told on a day, or is to be told on another."""

    how = forms.ChoiceField(
        label=gettext_lazy("Was the person told, face to face?"), widget=forms.RadioSelect, initial=TOLD,
        choices=[(TOLD, gettext_lazy("Yes")), (NOT_TOLD, gettext_lazy("Not yet: it could not be done"))],
    )  # fmt: skip
    on = forms.DateField(
        label=gettext_lazy("On which day"), help_text=gettext_lazy("The day it was done, or the day to try again.")
    )
    words = forms.CharField(
        label=gettext_lazy("How the person is, or why not"), required=False, max_length=4000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("Privileged. If the person may hurt themselves, tell the prison’s doctor at once."),
    )  # fmt: skip

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, initial={"on": today}, **kwargs)
        self.today = today

    def clean(self) -> dict[str, Any]:
        """Done on a day that was, or put off to one that comes."""
        on, how = self.cleaned_data.get("on"), self.cleaned_data.get("how")
        if on and how == TOLD and not EARLIEST <= on <= self.today:
            self.add_error("on", _("Write a day between 1990 and today."))
        if on and how == NOT_TOLD and on <= self.today:
            self.add_error("on", _("Name a day that is still to come."))
        return self.cleaned_data


class ClockForm(Form):
    """That the act of a clock was done, on a day."""

    cause = forms.CharField(max_length=24)
    clock = forms.IntegerField(min_value=1, max_value=400)
