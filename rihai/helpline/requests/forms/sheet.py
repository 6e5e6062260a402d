"""The call sheet and the small forms under a request."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext_lazy as _

from rihai.helpline.requests.forms.ask import TOPICS
from rihai.helpline.requests.models import Ending, HelpRequest, MayTell, Way
from rihai.helpline.requests.triage import AMBER, RED, Level, Time, Told
from rihai.kit.editing import Versioned
from rihai.kit.files.upload import FileField
from rihai.kit.forms import Form
from rihai.places.kinds import HOLDING
from rihai.places.models import Place

SIGNS = [
    (Level.RED.label, [(one.value, one.label) for one in RED]),
    (Level.AMBER.label, [(one.value, one.label) for one in AMBER]),
]
SAVED = "saved_as"
"""Set by a save while one types: the version it made, from which this page goes on."""


class PlaceChoice(forms.ModelChoiceField[Place]):
    """A place, by the name a reader of this language knows."""

    def label_from_instance(self, obj: Any) -> str:
        return str(obj.shown)


def _line(label: Any, most: int = 160, says: Any = "", **attrs: str) -> forms.CharField:
    return forms.CharField(
        label=label, required=False, max_length=most, help_text=says, widget=forms.TextInput(attrs=attrs)
    )


def _text(label: Any, rows: int = 3, most: int = 3000, says: Any = "") -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, required=False, max_length=most, help_text=says, widget=widget)


class SheetForm(Versioned, Form):
    """What is told in a call, in the order in which one asks: danger first, then the six questions."""

    signs = forms.MultipleChoiceField(
        label=_("Danger: what has happened?"), required=False, choices=SIGNS, widget=forms.CheckboxSelectMultiple
    )
    what = _text(_("What has changed, and since when?"), 5)
    name = _line(_("About whom"))
    father = _line(_("Father’s or husband’s name"))
    prison = _line(_("Prison or town, as they say it"))
    place = PlaceChoice(
        label=_("Which of our prisons that is"), required=False,
        queryset=Place.objects.filter(kind__in=HOLDING, closed_on=None).order_by("name", "pk"),
    )  # fmt: skip
    topic = forms.ChoiceField(label=_("What it is about"), required=False, choices=[("", "---------"), *TOPICS])
    medicine = _text(_("Illness, medicine"), 2, 600)
    safe = _line(_("Is it safe for them and for who calls?"), 300)
    knows = _line(_("Who may know that they called"), 200)
    wants = _text(_("What they want us to do"), 2, 600)
    may_tell = forms.ChoiceField(label=_("May we tell the person that they ask?"), choices=MayTell.choices)
    caller = _line(_("Who calls"))
    relation = _line(_("Who they are to the person"), 80)
    phone = _line(_("Number on which it is safe to call"), 40, inputmode="tel", dir="ltr", autocomplete="off")
    times = forms.MultipleChoiceField(
        label=_("Safe times"), required=False, choices=Time.choices, widget=forms.CheckboxSelectMultiple
    )
    no_call = forms.BooleanField(label=_("Never ring: they come back with the code"), required=False)
    word = _line(_("The word by which we know each other"), 60)
    note = _text(_("Note for the line"), 2, 1000)

    def __init__(self, *args: Any, record: HelpRequest, **kwargs: Any) -> None:
        standing = {**asdict(record.said), "topic": record.topic, "place": record.place_id}
        super().__init__(*args, initial=standing, **kwargs)
        self.watch(record.version)

    def _is_open(self, field: BoundField) -> bool:
        """A page that was saved while one typed goes on from what it saved itself."""
        if self.data.get(SAVED) == str(self.record_version):
            return False
        return super()._is_open(field)


class StepForm(Form):
    """Who was told, or did not answer."""

    told = forms.ChoiceField(label=_("Who was told, or what was done"), choices=Told.choices)
    reached = forms.TypedChoiceField(
        label=_("Reached?"), choices=[("yes", _("Yes")), ("no", _("No answer"))], widget=forms.RadioSelect,
        coerce=lambda value: value == "yes",
    )  # fmt: skip
    with_whom = _line(_("Name and post of whoever answered; log number"))
    words = _text(_("What was said or seen"), 3, 1000)


class LevelForm(Form):
    """How soon it has to be seen to."""

    level = forms.ChoiceField(label=_("How soon"), choices=Level.choices, widget=forms.RadioSelect)


class CloseForm(Form):
    """How it ends."""

    ending = forms.ChoiceField(label=_("How it ends"), choices=Ending.choices, widget=forms.RadioSelect)


class PaperForm(Form):
    """A letter, as it came."""

    paper = FileField(label=_("The letter, photographed or scanned"))


class BeginForm(Form):
    """How it came."""

    way = forms.ChoiceField(
        label=_("How it came"), choices=[one for one in Way.choices if one[0] not in {Way.FORM, Way.MISSED}]
    )


class FindForm(Form):
    """A code, or a name that was told of; posted, so that no name stands in an address."""

    words = forms.CharField(label=_("Code, or name of the person asked about"), max_length=100)
