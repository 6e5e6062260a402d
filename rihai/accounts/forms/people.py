"""Forms about accounts, invitations and units."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from rihai.accounts.forms.where import PostingForm, places_by_kind
from rihai.accounts.models import Account, Unit
from rihai.kit.editing import Versioned
from rihai.kit.forms import Form
from rihai.places.models import Place


class NameForm(Versioned, Form):
    """The name and the language of an account, one's own or, for administrators, another's."""

    name = forms.CharField(
        label=_("Name"), max_length=120, help_text=_("As colleagues know you. It stands in the log.")
    )
    language = forms.ChoiceField(label=_("Language"), choices=settings.LANGUAGES)

    def __init__(self, *args: Any, account: Account, otherwise: str, **kwargs: Any) -> None:
        """`otherwise` is the language of an account that has chosen none."""
        kwargs["initial"] = {"name": account.name, "language": account.language or otherwise}
        super().__init__(*args, **kwargs)
        self.watch(account.version)


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


class UnitForm(Versioned, Form):
    """A team and the places it works at; `unit` when it is there already."""

    name = forms.CharField(label=_("Name"), max_length=120)
    purpose = forms.CharField(label=_("What it does"), max_length=240, required=False)
    places = forms.MultipleChoiceField(
        label=_("Places it works at"),
        required=False,
        help_text=_("Postings in the unit cover them. Hold Ctrl to choose several."),
    )

    def __init__(self, *args: Any, unit: Unit | None = None, **kwargs: Any) -> None:
        if unit:
            chosen = [str(one) for one in unit.at.values_list("place_id", flat=True)]
            kwargs["initial"] = {"name": unit.name, "purpose": unit.purpose, "places": chosen}
        super().__init__(*args, **kwargs)
        places = self.fields["places"]
        assert isinstance(places, forms.MultipleChoiceField)
        places.choices = places_by_kind()[1:]
        places.widget.attrs["size"] = 10
        if unit:
            self.watch(unit.version)

    def values(self) -> dict[str, Any]:
        """What was written, by the names of the operation."""
        places = Place.objects.filter(pk__in=[int(one) for one in self.cleaned_data["places"]])
        return {"name": self.cleaned_data["name"], "purpose": self.cleaned_data["purpose"], "places": list(places)}
