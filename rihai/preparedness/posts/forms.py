"""The form by which a post of a prison is given."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rihai.accounts.models import Account
from rihai.preparedness.fields import Entry, day, line, of
from rihai.preparedness.posts.models import PostOf


class HolderForm(Entry):
    """Who holds a post from now on."""

    post = of(_("Post"), PostOf.choices)
    name = line(_("Name"), 120, required=True)
    phone = line(_("Telephone"), 40, help_text=_("It is printed in plans: the number that is answered at night."))
    account = forms.ModelChoiceField(
        label=_("Signs in here as"), queryset=Account.objects.none(), required=False,
        help_text=_("Such a holder is reminded here and acknowledges procedures with their own account."),
    )  # fmt: skip
    started_on = day(_("Since"))

    def __init__(self, *args: Any, today: date, post: str = "", accounts: Any = None, **kwargs: Any) -> None:
        super().__init__(*args, initial={"started_on": today, "post": post}, **kwargs)
        fields: Any = self.fields
        fields["account"].queryset = Account.objects.none() if accounts is None else accounts
