"""Forms about accounts, invitations and units."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from rihai.accounts.forms.where import PostingForm, places_by_kind
from rihai.accounts.models import Account
from rihai.kit.forms import Form
from rihai.places.models import Place


class MeForm(Form):
    """One's own name and language."""

    name = forms.CharField(
        label=_("Name"), max_length=120, help_text=_("As colleagues know you. It stands in the log.")
    )
    language = forms.ChoiceField(label=_("Language"), choices=settings.LANGUAGES)


class InviteForm(PostingForm):
    """Who is asked to work here, and their first posting."""

    name = forms.CharField(label=_("Name"), max_length=120)
    email = forms.EmailField(label=_("E-mail address"), max_length=254, help_text=_("They sign in with it."))
    language = forms.ChoiceField(label=_("Language"), choices=settings.LANGUAGES)
    field_order = ("name", "email", "language", "role", "place", "unit", "started_on", "ended_on")


class AcceptForm(Form):
    """A newcomer's name and password, or a new password alone."""

    name = forms.CharField(label=_("Name"), max_length=120)
    password = forms.CharField(
        label=_("Password"),
        max_length=200,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        help_text=_("At least 12 characters, not a common word. A short sentence is good and easy to remember."),
    )

    def __init__(self, *args: Any, account: Account, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._account = account
        if account.password:
            del self.fields["name"]

    def clean(self) -> dict[str, Any]:
        """The password is judged beside the name and the address it must not resemble."""
        cleaned = super().clean() or {}
        self._account.name = cleaned.get("name", self._account.name)
        if password := cleaned.get("password"):
            try:
                validate_password(password, self._account)
            except ValidationError as error:
                self.add_error("password", error)
        return cleaned


class EndForm(Form):
    """The day on which a posting or a unit ends."""

    on = forms.DateField(label=_("Ends on"), help_text=_("The first day it no longer holds."))


class LinkForm(Form):
    """Whether a link for a new password forgets the second factor too."""

    factors_too = forms.BooleanField(
        label=_("They lost their passkey or phone: forget their second factor too"), required=False
    )


class UnitForm(Form):
    """A team and the places it works at."""

    name = forms.CharField(label=_("Name"), max_length=120)
    purpose = forms.CharField(label=_("What it does"), max_length=240, required=False)
    places = forms.MultipleChoiceField(
        label=_("Places it works at"),
        required=False,
        help_text=_("Postings in the unit cover them. Hold Ctrl to choose several."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        places = self.fields["places"]
        assert isinstance(places, forms.MultipleChoiceField)
        places.choices = places_by_kind()[1:]
        places.widget.attrs["size"] = 10

    def clean_places(self) -> list[Place]:
        """The places chosen."""
        return list(Place.objects.filter(pk__in=[int(one) for one in self.cleaned_data["places"]]))
