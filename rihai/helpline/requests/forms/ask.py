"""What somebody without an account writes, in three short steps; nothing but one word of what is wrong is needed."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rihai.helpline.requests.models import MayTell
from rihai.helpline.requests.triage import AMBER, RED, Time, Topic
from rihai.kit.forms import Form

MULTI = forms.CheckboxSelectMultiple
TOPICS = [(one.value, one.label) for one in Topic]


def _text(label: Any, *, rows: int = 4, most: int = 3000, says: Any = "") -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, required=False, max_length=most, help_text=says, widget=widget)


class WrongForm(Form):
    """The first step: danger to life before all else, then what is the matter."""

    signs = forms.MultipleChoiceField(
        label=_("Is a life in danger? Tick what is so"), required=False, widget=MULTI,
        choices=[(one.value, one.label) for one in RED],
    )  # fmt: skip
    topic = forms.ChoiceField(
        label=_("What is the matter?"), required=False, widget=forms.RadioSelect, choices=TOPICS
    )  # fmt: skip
    what = _text(_("Tell us in your own words"), says=_("What has changed, and since when."))
    website = forms.CharField(label=_("Leave this empty"), required=False)

    def clean(self) -> dict[str, Any]:
        """Something is said; and the field that no person sees is empty."""
        said = super().clean() or self.cleaned_data
        if said.get("website"):
            self.add_error("website", _("This field is there for machines. Empty it, and send again."))
        if not self.errors and not (said["signs"] or said["topic"] or said["what"]):
            self.add_error(None, _("Tick or write at least one thing, so that we know what is wrong."))
        return said


class WhomForm(Form):
    """The second step: about whom, and what else is so."""

    name = forms.CharField(label=_("Who are you worried about?"), required=False, max_length=160)
    father = forms.CharField(label=_("Name of their father or husband"), required=False, max_length=160)
    prison = forms.CharField(
        label=_("Which prison, or which town"), required=False, max_length=160,
        help_text=_("Leave it empty if you do not know."),
    )  # fmt: skip
    more_signs = forms.MultipleChoiceField(
        label=_("Is any of this so?"), required=False, widget=MULTI, choices=[(one.value, one.label) for one in AMBER]
    )
    medicine = _text(_("Illness or medicine we should know of"), rows=2, most=600)


class YouForm(Form):
    """The third step: how to reach who asks, safely."""

    caller = forms.CharField(label=_("Your name"), required=False, max_length=160)
    relation = forms.CharField(
        label=_("Who you are to them"), required=False, max_length=80, help_text=_("Mother, brother, friend, lawyer …")
    )
    phone = forms.CharField(
        label=_("A number on which it is safe to call you"), required=False, max_length=40,
        help_text=_("We never say why we are calling unless it is you. Calls are free for you: we ring you."),
        widget=forms.TextInput(attrs={"inputmode": "tel", "dir": "ltr", "autocomplete": "tel"}),
    )  # fmt: skip
    times = forms.MultipleChoiceField(
        label=_("When is it safe?"), required=False, widget=MULTI, choices=[(one.value, one.label) for one in Time]
    )
    no_call = forms.BooleanField(label=_("Do not call. I will come back with my code."), required=False)
    word = forms.CharField(
        label=_("A word by which we know each other"), required=False, max_length=60,
        help_text=_("We say it, or ask for it, before we speak of anything."),
    )  # fmt: skip
    may_tell = forms.ChoiceField(
        label=_("May we tell them that you ask?"), widget=forms.RadioSelect, choices=MayTell.choices,
        initial=MayTell.KIN, required=False,
    )  # fmt: skip
    knows = forms.CharField(
        label=_("Who may know that you asked us?"), required=False, max_length=200,
        help_text=_("Leave it empty for nobody."),
    )  # fmt: skip


STEPS: tuple[type[Form], ...] = (WrongForm, WhomForm, YouForm)


def _digits(label: Any) -> forms.CharField:
    """Digits that are keyed on a phone."""
    widget = forms.TextInput(attrs={"inputmode": "numeric", "dir": "ltr", "autocomplete": "off"})
    return forms.CharField(label=label, max_length=20, widget=widget)


class CodeForm(Form):
    """A code and its PIN."""

    code = _digits(_("Your code (8 digits)"))
    pin = _digits(_("Your PIN (6 digits)"))
