"""The form for a key to the API."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rihai.accounts.models import Account
from rihai.accounts.operations.keys import LONGEST, may_scope
from rihai.kit.forms import Form
from rihai.kit.scopes import SCOPES

USUAL = timedelta(days=90)


class KeyForm(Form):
    """What the key is called, what it is for, and from which day on it no longer works."""

    name = forms.CharField(
        label=_("Name"), max_length=80, help_text=_("Which program uses it, and on which machine: Return of Gulzar.")
    )
    scopes = forms.MultipleChoiceField(
        label=_("What it is for"),
        widget=forms.CheckboxSelectMultiple,
        help_text=_("It never reaches further than you do, and never what is sealed. Choose no more than is needed."),
    )
    expires_on = forms.DateField(
        label=_("Works until"), help_text=_("The first day it no longer works, within a year.")
    )

    def __init__(self, *args: Any, account: Account, today: date, **kwargs: Any) -> None:
        super().__init__(*args, initial={"expires_on": today + USUAL}, **kwargs)
        self._today = today
        scopes = self.fields["scopes"]
        assert isinstance(scopes, forms.MultipleChoiceField)
        scopes.choices = [(one.name, one.says) for one in SCOPES.values() if may_scope(one.name, account)]

    def clean_expires_on(self) -> date:
        """A day to come, within a year."""
        day: date = self.cleaned_data["expires_on"]
        if not self._today < day <= self._today + LONGEST:
            raise forms.ValidationError(_("Choose a day from tomorrow on, within a year."))
        return day


class SignOutForm(Form):
    """Whether signing out everywhere ends the keys too."""

    keys_too = forms.BooleanField(label=_("End my keys too: programs that use them stop"), required=False)
