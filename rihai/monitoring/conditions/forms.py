"""The forms of figures written by hand."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rihai.kit.forms import Form
from rihai.monitoring.conditions.known import series
from rihai.monitoring.forms import NOT_CHOSEN, area, day, line


class PointForm(Form):
    """A figure on a day."""

    series = forms.ChoiceField(label=_("What was measured"))
    value = forms.DecimalField(label=_("The figure"), min_value=0, max_digits=12, decimal_places=2)
    on = day(_("Of which day"))
    method = line(_("How it was found"), 200)
    source = line(_("Who says so"), 300, required=True, help_text=_("A register, a letter with its number, a budget."))

    def __init__(self, *args: Any, today: date, first: str = "", **more: Any) -> None:
        super().__init__(*args, initial={"on": today, "series": first}, **more)
        choices = [(one.code, f"{one.title} ({one.unit})") for one in series().values()]
        self.fields["series"].choices = [NOT_CHOSEN, *choices]  # type: ignore[attr-defined]


class BackForm(Form):
    """Why a figure is taken back."""

    why = area(_("Why"), 300, required=True, rows=2)
