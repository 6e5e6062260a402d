"""The form by which a fact for families is written."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rihai.helpline.urgent.models import HelpFact, Source
from rihai.helpline.urgent.operations import FIELDS
from rihai.kit.editing import Versioned
from rihai.kit.forms import Form

PUBLIC = _(
    "Families read this without an account. No name of anybody, and nothing that harms them if the prison reads it."
)
SOURCES = [("", ""), *Source.choices]


def _area(label: Any, help_text: Any, language: str) -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": 3, "lang": language, "dir": "rtl" if language == "ur" else "ltr"})
    return forms.CharField(label=label, max_length=600, required=False, widget=widget, help_text=help_text)


class FactForm(Versioned, Form):
    """What is so, how we know it, and when that was checked."""

    says = _area(_("In English"), PUBLIC, "en")
    says_ur = _area(_("In Urdu"), _("Short sentences, as one says them aloud."), "ur")
    source = forms.ChoiceField(label=_("How we know it"), choices=SOURCES)
    about_source = forms.CharField(
        label=_("More about that"), max_length=200, required=False,
        help_text=_("For example: the notice at the visitors’ gate. Families read this too."),
    )  # fmt: skip
    checked_on = forms.DateField(label=_("Checked on"))

    def __init__(self, *args: Any, fact: HelpFact | None, **kwargs: Any) -> None:
        stands = {name: getattr(fact, name) for name in FIELDS} if fact else {}
        super().__init__(*args, initial={**kwargs.pop("initial", {}), **stands}, **kwargs)
        if fact is not None:
            self.watch(fact.version)


class CheckForm(Form):
    """How it was looked into that a fact is still so."""

    source = forms.ChoiceField(label=_("How we know it"), choices=SOURCES)
    version = forms.IntegerField(min_value=1, max_value=1_000_000, widget=forms.HiddenInput)
