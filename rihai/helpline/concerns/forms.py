"""The forms by which a concern is raised, read by code and PIN, and worked on."""

from __future__ import annotations

import secrets
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rihai.helpline.concerns.models import Aim, ConcernStep, Kind, Outcome, Said, StepKind, Way
from rihai.kit.editing import Versioned
from rihai.kit.forms import Form
from rihai.monitoring.incidents.models import Risk

NOT_CHOSEN = ("", "")
NO_NAMES_HELP = _("Your own words are enough. You need no proof.")


def area(label: Any, length: int, *, required: bool = False, help_text: Any = "", rows: int = 4) -> forms.CharField:
    """A few lines of text."""
    widget = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, max_length=length, required=required, widget=widget, help_text=help_text)


def line(label: Any, length: int, *, required: bool = False, help_text: Any = "") -> forms.CharField:
    """One line of text."""
    return forms.CharField(label=label, max_length=length, required=required, help_text=help_text)


class _Told(Form):
    """What is told of a concern, by whichever way."""

    who = line(
        _("About whom?"), 200, required=True, help_text=_("A name, or what you know: the mentor who comes on Tuesdays.")
    )
    aim = forms.ChoiceField(label=_("They are"), choices=Aim.choices, widget=forms.RadioSelect, initial=Aim.UNKNOWN)
    kind = forms.ChoiceField(label=_("What is it about?"), choices=Kind.choices, widget=forms.RadioSelect)
    what = area(_("What happened?"), 4000, required=True, help_text=NO_NAMES_HELP, rows=5)
    where = line(_("Where and when, as far as you know"), 200)
    danger = forms.BooleanField(label=_("Somebody is in danger now"), required=False)
    wants = line(_("What do you wish to happen?"), 400)
    fears = area(
        _("What could come to you, or to somebody else, if it becomes known that you told us?"), 1000, rows=2,
        help_text=_("We ask about this before every step we take."),
    )  # fmt: skip
    name = line(_("Your name"), 120, help_text=_("You need not give it."))
    reach = line(_("How we may reach you safely"), 200, help_text=_("You need not say. Your code is enough."))
    key = forms.CharField(max_length=64, min_length=20, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["key"].initial = secrets.token_urlsafe(24)

    def said(self, way: str) -> Said:
        """What was told, as it is kept."""
        told = self.cleaned_data
        names = ("who", "aim", "kind", "what", "where", "danger", "wants", "fears", "name", "reach")
        return Said(way=way, **{name: told[name] for name in names if name in told})


class PublicForm(_Told):
    """The form of anybody. `website` is for machines alone: nobody who reads the page fills it in."""

    website = forms.CharField(
        label=_("Leave this empty"), required=False, max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "off", "tabindex": "-1"}),
    )  # fmt: skip


class OurForm(_Told):
    """The form of one of us, for themselves or for whoever told them. `colleagues` are the names to choose from."""

    way = forms.ChoiceField(
        label=_("Who tells it?"), choices=[one for one in Way.choices if one[0] != Way.FORM], widget=forms.RadioSelect,
        initial=Way.OURS,
    )  # fmt: skip
    chosen = forms.ChoiceField(label=_("Whom it is about, if they are in this list"), required=False)
    field_order = ("way", "chosen", "who", "aim", "kind", "what", "where", "danger", "wants", "fears", "name", "reach")

    def __init__(self, *args: Any, colleagues: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["who"].required = self.fields["who"].widget.is_required = False
        self.fields["who"].label = _("Or in words, about whom")
        self.fields["name"].label = _("The name of who tells it")
        self.fields["name"].help_text = _("Leave it empty where they wish so, and where it is you.")
        chosen = self.fields["chosen"]
        assert isinstance(chosen, forms.ChoiceField), "declared above"
        chosen.choices = [NOT_CHOSEN, *colleagues]
        if not colleagues:
            del self.fields["chosen"]

    def clean(self) -> dict[str, Any]:
        """Somebody chosen, or said in words; a name that was chosen stands for the words."""
        told = super().clean() or {}
        if not told.get("who") and not told.get("chosen"):
            self.add_error("who", _("Choose somebody, or say in words about whom it is."))
        elif not told.get("who"):
            fields: Any = self.fields
            told["who"] = next((name for key, name in fields["chosen"].choices if key == told["chosen"]), "")
        return told


class CodeForm(Form):
    """Code and PIN of who raised it."""

    code = forms.CharField(
        label=_("Code"),
        max_length=20,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "dir": "ltr", "autocomplete": "off"}),
    )
    pin = forms.CharField(
        label=_("PIN"),
        max_length=20,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "dir": "ltr", "autocomplete": "off"}),
    )


class AddForm(Form):
    """What they add later."""

    more = area(_("Tell us more"), 2000, required=True, rows=3)


class NameForm(Form):
    """Whom a concern is about."""

    who = forms.ChoiceField(
        label=_("About whom it is"),
        help_text=_("They, and whoever stands above them in their work, read it no more from then on. You too, if so."),
    )  # fmt: skip

    def __init__(self, *args: Any, people: list[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        who = self.fields["who"]
        assert isinstance(who, forms.ChoiceField), "declared above"
        who.choices = [NOT_CHOSEN, *people]


class SayForm(Form):
    """A word to who raised it."""

    text = area(
        _("What they read"), 2000, required=True,
        help_text=_("Whoever has the code and the PIN reads it: no name, no place, nothing that tells who they are."),
    )  # fmt: skip


class StepForm(Form):
    """A step to be taken."""

    kind = forms.ChoiceField(label=_("What is done"), choices=[NOT_CHOSEN, *StepKind.choices])
    says = area(_("In a sentence"), 1000, required=True, rows=2)
    due_on = forms.DateField(label=_("By when"))


class RiskForm(Versioned, Form):
    """The question of reprisal, for one step."""

    risk = forms.ChoiceField(
        label=_("What may come to who raised it, or to whoever was harmed, if this step is taken?"),
        choices=[NOT_CHOSEN, *Risk.choices],
    )  # fmt: skip
    risk_says = area(_("What that rests on"), 1000, required=True, rows=2, help_text=_("Whom you asked, and how."))
    risk_done = area(_("What is done about it"), 1000, rows=2)

    def __init__(self, *args: Any, step: ConcernStep, **kwargs: Any) -> None:
        stands = {name: getattr(step, name) for name in ("risk", "risk_says", "risk_done")}
        super().__init__(*args, initial=stands, **kwargs)
        self.watch(step.version)


class ResultForm(Form):
    """What came of a step, or why it is left."""

    taken = forms.ChoiceField(
        label=_("Was it taken?"), choices=[("yes", _("yes, it is done")), ("no", _("no, it is not taken"))],
        widget=forms.RadioSelect,
    )  # fmt: skip
    result = area(_("What came of it, or why it is not taken"), 1000, required=True, rows=3)


class ClockForm(Form):
    """What was done in the time of a clock."""

    says = line(_("What was done, or what they said"), 400, required=True)


class KeepForm(Form):
    """Why it is needed longer."""

    until = forms.DateField(label=_("Until which day"))
    because = line(_("Why it is still needed"), 400, required=True)


class EraseForm(Form):
    """That it is meant."""

    is_meant = forms.BooleanField(label=_("No court, no complaint and nobody who was harmed needs it any more"))
    is_second = forms.BooleanField(required=False, widget=forms.HiddenInput)
    """What the page offered, to ask or to agree: who meant to ask must not erase because somebody was quicker."""


class DecideForm(Form):
    """What is decided."""

    outcome = forms.ChoiceField(label=_("Decided"), choices=[NOT_CHOSEN, *Outcome.choices])
    why = area(_("Why, and what follows"), 4000, required=True)
    tells = area(
        _("What who raised it reads of that"), 2000, required=True,
        help_text=_("Whoever has the code and the PIN reads it: no name, no place, nothing that tells who they are."),
    )  # fmt: skip
