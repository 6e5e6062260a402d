"""The forms about our leave to work."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from rihai.kit.forms import Form
from rihai.places.models.permit import PermitKind

ANSWERS = [("given", _("given")), ("refused", _("refused"))]


class AskForm(Form):
    """That we asked for leave."""

    kind = forms.ChoiceField(label=_("In what form"), choices=PermitKind.choices)
    asked_of = forms.CharField(
        label=_("Asked of"), max_length=160, help_text=_("The office that decides, as it calls itself.")
    )
    asked_on = forms.DateField(label=_("Asked on"))
    covers = forms.CharField(
        label=_("What it lets us do"), max_length=300, required=False, help_text=_("Rooms, hours, people, purpose.")
    )


class AnswerForm(Form):
    """The answer: given until a day, or refused with a reason."""

    answer = forms.ChoiceField(label=_("The answer"), choices=ANSWERS, widget=forms.RadioSelect)
    on = forms.DateField(label=_("Answered on"))
    expires_on = forms.DateField(
        label=_("Last day on which it holds"), required=False, help_text=_("If given. Empty: no end was named.")
    )
    reference = forms.CharField(label=_("Number of the paper"), max_length=80, required=False)
    paper = forms.FileField(
        label=_("The paper itself"), required=False, help_text=_("A scan or photograph; it is kept sealed.")
    )
    reason = forms.CharField(label=_("Reason, if refused"), max_length=300, required=False)
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    def clean(self) -> dict[str, Any]:
        """A refusal has a reason; only what was given has an end."""
        said: dict[str, Any] = super().clean() or {}
        if said.get("answer") == "refused":
            if not said.get("reason") and "reason" not in self.errors:
                self.add_error("reason", ValidationError(_("Write the reason, or that none was given.")))
            if said.get("expires_on"):
                self.add_error("expires_on", ValidationError(_("Only what was given has a last day.")))
        return said


class RenewForm(Form):
    """The day on which the renewal was asked for."""

    asked_on = forms.DateField(label=_("Asked on"))
