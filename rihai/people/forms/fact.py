"""One fact written by hand: a choice where the dictionary has codes, else a line read as a census is read."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from rihai.facts import Fact
from rihai.kit.editing import Versioned
from rihai.kit.forms import Form
from rihai.people.forms.entry import problem_text
from rihai.people.shown import label
from rihai.people.shown.values import value_text
from rihai.people.typed import read_fact

_YES, _NO = "yes", "no"


class FactForm(Versioned, Form):
    """What is so, and on which day it was; or that what we wrote by hand no longer holds.

    `initial` holds how the fact stands now: who writes after somebody else has changed it is shown the difference.
    """

    value = forms.CharField()
    true_on = forms.DateField(label=_("True on"), help_text=_("The day on which it was said, seen or written."))
    takes_back = forms.BooleanField(
        label=_("Take back what we wrote by hand"),
        required=False,
        help_text=_("Then whatever the prison's newest list says is believed again; nothing is deleted."),
    )
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    def __init__(self, *args: Any, fact: Fact, by_hand: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fact = fact
        self.said: dict[str, Any] = {}
        self.fields["value"] = control_of(fact)
        self.fields["value"].required = False
        if not by_hand:
            del self.fields["takes_back"]
        self.watch(int(self.initial["version"]))
        for name in ("true_on", "takes_back"):  # of this writing, not of the record
            if name in self.fields:
                self.fields[name].show_hidden_initial = False

    def clean(self) -> dict[str, Any]:
        """Read the value; one that cannot be read is said beside the field."""
        said = self.cleaned_data
        text, day = str(said.get("value") or ""), said.get("true_on")
        if said.get("takes_back"):
            return said
        if not text.strip():
            self.add_error("value", _("This is needed. Write or choose it."))
        elif day is not None and "value" not in self.errors:
            self._read(text, day)
        return said

    def _read(self, text: str, day: Any) -> None:
        if isinstance(self.fields["value"], forms.ChoiceField):
            self.said = {self.fact.name: text == _YES if self.fact.kind == "yes_no" else text}
            return
        self.said, problems = read_fact(self.fact.name, text, day)
        wrong = [one for one in problems if one.rejects or self.fact.name not in self.said]
        for one in wrong:
            self.add_error("value", problem_text(one))
        if not wrong and self.fact.name not in self.said:
            self.add_error("value", _("This could not be read. Write it as a register would have it."))


def control_of(fact: Fact) -> forms.Field:
    """The control of a fact: a choice where the dictionary has codes, else a line."""
    if fact.kind == "yes_no":
        known = [("", ""), (_YES, pgettext_lazy("a fact", "yes")), (_NO, pgettext_lazy("a fact", "no"))]
        return forms.ChoiceField(label=label(fact.name), choices=known)
    if fact.kind == "code" and fact.codes and not fact.free:
        codes = [("", ""), *((code, value_text(fact.name, code)) for code in fact.codes)]
        return forms.ChoiceField(label=label(fact.name), choices=codes)
    widget = forms.Textarea(attrs={"rows": 3}) if fact.name in {"remarks", "address"} else forms.TextInput()
    return forms.CharField(label=label(fact.name), help_text=_HELP.get(fact.name, ""), max_length=1000, widget=widget)


_HELP = {
    "alias": _("Another name, or the same in another script."),
    "children_in_prison": _("2, or with their ages: 2 (3 years, 8 months)."),
}
