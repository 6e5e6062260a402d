"""The form of an official contact."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rihai.kit.editing import Versioned
from rihai.kit.forms import Form
from rihai.places.models import PlaceContact
from rihai.places.operations.contacts import WRITTEN


class ContactForm(Versioned, Form):
    """Whom to speak to; never a person in custody."""

    post = forms.CharField(
        label=_("Post"), max_length=120, help_text=_("As the office calls it: Superintendent, Reader.")
    )
    name = forms.CharField(label=_("Name"), max_length=120, required=False)
    phone = forms.CharField(label=_("Telephone"), max_length=40, required=False)
    email = forms.EmailField(label=_("E-mail"), max_length=120, required=False)
    note = forms.CharField(label=_("Note"), max_length=240, required=False)
    ended_on = forms.DateField(
        label=_("No longer, since"), required=False, help_text=_("From this day the contact is not shown.")
    )
    version = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=0)

    def __init__(self, *args: Any, contact: PlaceContact | None = None, **kw: Any) -> None:
        if contact:
            kw["initial"] = {name: getattr(contact, name) for name in WRITTEN}
        super().__init__(*args, **kw)
        if contact:
            self.watch(contact.version)
        else:
            del self.fields["version"]

    def values(self) -> dict[str, Any]:
        """What was written, by the names of the operation."""
        return {name: self.cleaned_data[name] for name in WRITTEN}
