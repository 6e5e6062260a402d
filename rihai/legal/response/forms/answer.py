"""What happened? One question, and only the fields that its answer needs; it works without a script."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rihai.accounts.models import Account
from rihai.kit.forms import Form
from rihai.legal.response.models import Court, Receiver
from rihai.legal.response.tables import reasons
from rihai.people.shown import label

EARLIEST = date(1990, 1, 1)
ACTS: dict[str, Any] = {
    "take": gettext_lazy("I take this person"),
    "refer": gettext_lazy("Somebody else was asked to act"),
    "file": gettext_lazy("A petition was filed"),
    "refuse": gettext_lazy("It was refused, or cannot be done"),
    "grant": gettext_lazy("It was granted"),
    "park": gettext_lazy("Nothing until a day"),
    "hand_over": gettext_lazy("A colleague should go on"),
    "assign": gettext_lazy("Give it to somebody"),
    "give_back": gettext_lazy("I give it back"),
    "note": gettext_lazy("Only a note"),
    "close": gettext_lazy("Nothing more is to be done"),
}
"""The choices, in the order in which they are shown."""
ASKS: dict[str, tuple[str, ...]] = {
    "take": (),
    "refer": ("receiver", "receiver_name", "on", "again_on"),
    "file": ("court", "number", "on", "again_on", "ground"),
    "refuse": ("reason", "on", "level", "doubtful", "tell_on"),
    "grant": ("on",),
    "park": ("until",),
    "hand_over": ("colleague",),
    "assign": ("colleague",),
    "give_back": (),
    "note": (),
    "close": (),
}
"""Which fields each choice asks for, besides the note."""
NEEDS: dict[str, tuple[str, ...]] = {
    "refer": ("receiver", "on"),
    "file": ("court", "on"),
    "refuse": ("reason", "on"),
    "grant": ("on",),
    "park": ("until",),
    "hand_over": ("colleague",),
    "assign": ("colleague",),
    "note": ("note",),
}
BY: dict[str, Any] = {
    "court": gettext_lazy("A court"),
    "prison": gettext_lazy("The prison"),
    "prosecutor": gettext_lazy("Prosecutor or police"),
    "department": gettext_lazy("A department or board"),
    "person": gettext_lazy("The person herself or himself"),
    "ours": gettext_lazy("Ourselves"),
}
"""By whom a reason is given."""


class AnswerForm(Form):
    """What happened on a line."""

    use_required_attribute = False

    act = forms.ChoiceField(label=gettext_lazy("What happened?"), widget=forms.RadioSelect)
    receiver = forms.ChoiceField(label=gettext_lazy("Who was asked"), choices=[("", "—"), *Receiver.choices])
    receiver_name = forms.CharField(
        label=gettext_lazy("Name of the office"), max_length=160, required=False,
        help_text=gettext_lazy("As it stands on the letter. No names of private people."),
    )  # fmt: skip
    court = forms.CharField(label=gettext_lazy("Which court"), max_length=160)
    number = forms.CharField(label=gettext_lazy("Number of the petition"), max_length=80, required=False)
    reason = forms.ChoiceField(label=gettext_lazy("Why"))
    on = forms.DateField(label=gettext_lazy("On which day"))
    level = forms.ChoiceField(
        label=gettext_lazy("Which court refused"), required=False, choices=[("", "—"), *Court.choices],
        help_text=gettext_lazy("Only for a court: the next remedy and its last day turn on it."),
    )  # fmt: skip
    doubtful = forms.ChoiceField(label=gettext_lazy("Which fact is in doubt"), required=False)
    tell_on = forms.DateField(
        label=gettext_lazy("Told to the person, face to face, by"), required=False,
        help_text=gettext_lazy("Empty: within three days. Somebody also asks how they are."),
    )  # fmt: skip
    until = forms.DateField(label=gettext_lazy("Comes back on"))
    again_on = forms.DateField(
        label=gettext_lazy("Look again on"), required=False, help_text=gettext_lazy("Empty: in two weeks.")
    )
    ground = forms.CharField(
        label=gettext_lazy("What is new since the refusal"), required=False, max_length=4000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("Needed after a court’s refusal: the fresh ground. Privileged."),
    )  # fmt: skip
    colleague = forms.ChoiceField(label=gettext_lazy("Colleague"))
    note = forms.CharField(
        label=gettext_lazy("Note"), required=False, max_length=4000, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("Privileged: read by lawyers alone; it never leaves. A court’s own words belong here."),
    )  # fmt: skip

    def __init__(
        self, *args: Any, acts: Sequence[str], colleagues: Iterable[Account] = (), facts: Iterable[str] = (),
        today: date, needs_ground: bool = False, **kwargs: Any,
    ) -> None:  # fmt: skip
        super().__init__(*args, initial={"on": today, "act": acts[0], **kwargs.pop("initial", {})}, **kwargs)
        self.today, self.acts = today, tuple(acts)
        self.fields["ground"].required = needs_ground
        self._choose("act", [(one, ACTS[one]) for one in acts])
        self._choose("reason", [("", "—"), *_reasons()])
        self._choose("doubtful", [("", "—"), *sorted((one, str(label(one))) for one in facts)])
        self._choose("colleague", [("", "—"), *((str(one.pk), one.name) for one in colleagues)])

    def _choose(self, name: str, choices: Any) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = choices

    def full_clean(self) -> None:
        """What an answer needs turns on the answer, and is asked for in `clean`."""
        needed = [field for name, field in self.fields.items() if name != "act" and field.required]
        for field in needed:
            field.required = False
        super().full_clean()
        for field in needed:
            field.required = True

    def clean(self) -> dict[str, Any]:
        """Only the fields of the chosen answer count; days must be days that can be."""
        said: dict[str, Any] = self.cleaned_data
        act = said.get("act", "")
        asked = {"act", "note", *ASKS.get(act, ())}
        for name in set(self.fields) - asked:
            self.errors.pop(name, None)
            said[name] = None if name in {"on", "until", "tell_on", "again_on"} else ""
        for name in NEEDS.get(act, ()):
            if name not in self.errors and not said.get(name):
                self.add_error(name, _("This is needed. Write or choose it."))
        if said.get("on") and not EARLIEST <= said["on"] <= self.today:
            self.add_error("on", _("Write a day between 1990 and today."))
        for name in ("until", "tell_on", "again_on"):
            self._coming(name, said.get(name))
        why = reasons().get(said.get("reason") or "")
        if why and why.by == "court" and not said.get("level"):
            self.add_error("level", _("Say which court: what can be asked for next turns on it."))
        return said

    def _coming(self, name: str, day: date | None) -> None:
        if day is None:
            return
        first = self.today if name == "tell_on" else date.fromordinal(self.today.toordinal() + 1)
        if not first <= day <= self.today.replace(year=self.today.year + 5, day=min(self.today.day, 28)):
            self.add_error(name, _("Write a day that is still to come, within five years."))

    def parts(self) -> Iterator[tuple[BoundField, str]]:
        """Each field after the question, with the answers it belongs to, in reading order."""
        for name in self.fields:
            if name != "act":
                fits = [act for act in self.acts if name == "note" or name in ASKS[act]]
                if fits:
                    yield self[name], " ".join(fits)


def _reasons() -> list[tuple[Any, list[tuple[str, str]]]]:
    """The reasons under whoever gave them."""
    return [(title, [(one.code, one.says) for one in reasons().values() if one.by == by]) for by, title in BY.items()]
