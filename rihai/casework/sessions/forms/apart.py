"""The forms of keep-apart records."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rihai.casework.cases.capabilities import kept_by
from rihai.casework.services.forms.base import Entry, version
from rihai.casework.sessions.models import Apart
from rihai.kit.actor import Actor
from rihai.kit.classes import DataClass
from rihai.kit.forms import Form


class ApartForm(Entry):
    """Who each is to the other, how far apart, why, and until when."""

    role_one = forms.ChoiceField(label=_("The first"), choices=Apart.Role.choices)
    role_other = forms.ChoiceField(label=_("The second"), choices=Apart.Role.choices)
    level = forms.ChoiceField(label=_("How far apart"), choices=Apart.Level.choices, widget=forms.RadioSelect)
    reason = forms.CharField(
        label=_("Why"), max_length=1000, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Sealed on disk. Others are told only that the two are not to be together."),
    )  # fmt: skip
    data_class = forms.ChoiceField(label=_("Who may read it"))
    review_on = forms.DateField(label=_("Look at it again on"))

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.choose("data_class", [(one, DataClass(one).label) for one in kept_by(actor)])

    def clean_review_on(self) -> Any:
        """A day to come."""
        return _to_come(self.cleaned_data["review_on"], self.today)


class ReviewForm(Entry):
    """It stands: at which level, until when."""

    level = forms.ChoiceField(label=_("How far apart"), choices=Apart.Level.choices, widget=forms.RadioSelect)
    review_on = forms.DateField(label=_("Look at it again on"))
    version = version()

    def clean_review_on(self) -> Any:
        """A day to come."""
        return _to_come(self.cleaned_data["review_on"], self.today)


class EndApartForm(Form):
    """They need not be kept apart any more."""

    because = forms.CharField(label=_("Why it ends"), max_length=200)
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)


def _to_come(day: date, today: date) -> date:
    if day <= today:
        raise forms.ValidationError(_("The day of the review comes after today."))
    return day
