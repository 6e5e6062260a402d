"""The forms of relationships, consents and guarding."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rihai.kit.classes import OF_PEOPLE, DataClass
from rihai.kit.forms import Form
from rihai.people.models import Consent, Relationship

SAFE = (("", _("nobody has asked")), ("yes", _("yes, the person said so")), ("no", _("no: do not call")))


class RelationshipForm(Form):
    """Somebody the person belongs to."""

    kind = forms.ChoiceField(label=_("Is the person’s"), choices=Relationship.Kind.choices)
    name = forms.CharField(label=_("Name"), max_length=200)
    phone = forms.CharField(label=_("Telephone"), max_length=40, required=False)
    next_of_kin = forms.BooleanField(label=_("Next of kin: told first if something happens"), required=False)
    safe = forms.ChoiceField(label=_("Safe to contact"), choices=SAFE, required=False)

    @property
    def safe_to_contact(self) -> bool | None:
        """Yes, no, or that nobody has asked."""
        return {"yes": True, "no": False}.get(self.cleaned_data["safe"])


class ConsentForm(Form):
    """What the person allows, to whom, for how long, and how they said so."""

    purpose = forms.ChoiceField(label=_("For what"), choices=Consent.Purpose.choices)
    recipient = forms.CharField(
        label=_("Who may have it"), max_length=160, help_text=_("As the person was told: the court and legal aid.")
    )
    classes = forms.MultipleChoiceField(
        label=_("Which data"),
        choices=[(one.value, DataClass(one).label) for one in OF_PEOPLE],
        widget=forms.CheckboxSelectMultiple,
    )
    given_how = forms.CharField(
        label=_("How it was given"), max_length=160, help_text=_("Read to her in Punjabi, thumb print on the sheet.")
    )
    started_on = forms.DateField(label=_("From"))
    ended_on = forms.DateField(label=_("Until"), required=False, help_text=_("Empty: until it is taken back."))

    def clean(self) -> dict[str, Any]:
        """It does not end before it begins."""
        first, last = self.cleaned_data.get("started_on"), self.cleaned_data.get("ended_on")
        if first and last and last <= first:
            self.add_error("ended_on", _("It would end before it begins."))
        return self.cleaned_data


class GuardForm(Form):
    """Why being known can kill the person."""

    ground = forms.CharField(
        label=_("Why, in a word"), max_length=60, help_text=_("A section, or: honour, witness. No names.")
    )
