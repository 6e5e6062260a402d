"""The form of an intake, short enough for a telephone in a prison yard; and who comes, where no record knows them."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from rihai.casework.cases.forms.base import EMPTY, Entry, PlaceChoice, reason
from rihai.casework.cases.models import Intake, Setting, Way
from rihai.casework.cases.programmes import Programme
from rihai.kit.forms import Form
from rihai.people.forms.entry import problem_text
from rihai.people.models import Sex
from rihai.people.typed import Typed, read_typed
from rihai.places.models import Place

ANSWERS = (
    (Intake.Answer.CASE, _("open a case now")),
    (Intake.Answer.WAITING, _("decide later")),
    (Intake.Answer.REFERRED, _("send on to somebody else")),
    (Intake.Answer.REFUSED, _("not take it, and say why")),
)
PERSON = ("full_name", "father_or_husband_name", "sex", "age", "place", "held")
HELD = (("yes", _("yes, held there")), ("no", _("no: not in custody")))


class FindForm(Form):
    """Whom it is about: a name in any script, or a number."""

    words = forms.CharField(label=_("Name or number"), max_length=120, help_text=_("In any script, or a whole number."))


class AnswerForm(Entry):
    """What comes of what was asked."""

    answer = forms.ChoiceField(label=_("What we do"), choices=ANSWERS, widget=forms.RadioSelect)
    programme = forms.ChoiceField(label=_("Programme"), required=False)
    setting = forms.ChoiceField(label=_("Where the person is now"), choices=[EMPTY, *Setting.choices], required=False)
    goes_on = reason(
        _("Why it is opened all the same"), needed=False,
        help_text=_("Only where a rule of the programme is not met, or nobody knows."),
    )  # fmt: skip
    reason = reason(
        _("Why not"), needed=False, help_text=_("Only where no case is opened. The person is told this reason.")
    )
    sent_to = forms.CharField(label=_("Sent to"), max_length=160, required=False)

    def __init__(self, *args: Any, choices: list[Programme], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.choose("programme", [EMPTY, *((one.slug, one.shown) for one in choices)])

    def clean(self) -> dict[str, Any]:
        """Each answer has what it needs."""
        said = super().clean()
        answer = said.get("answer")
        if answer == Intake.Answer.CASE and not said.get("programme"):
            self.add_error("programme", _("Choose the programme of the case."))
        if answer in {Intake.Answer.REFUSED, Intake.Answer.REFERRED} and not said.get("reason"):
            self.add_error("reason", _("Say why; the person is told the reason."))
        if answer == Intake.Answer.REFERRED and not said.get("sent_to"):
            self.add_error("sent_to", _("Say to whom the person was sent."))
        return said


class IntakeForm(AnswerForm):
    """Somebody came: how, when, what was asked, and what comes of it."""

    past: ClassVar[tuple[str, ...]] = ("on",)
    way = forms.ChoiceField(label=_("How it came"), choices=Way.choices)
    on = forms.DateField(label=_("Day"))
    asked = reason(
        _("What is asked for"), help_text=_("In the person’s own words, as short as it can be."), length=1000
    )
    field_order = ("way", "on", "asked", "answer", "programme")


class NewcomerForm(IntakeForm):
    """The same for somebody who is in no record yet."""

    full_name = forms.CharField(label=_("Name"), max_length=200)
    father_or_husband_name = forms.CharField(
        label=_("Father or husband"), max_length=200, required=False, help_text=_("d/o Karim, w/o Nazir.")
    )
    sex = forms.ChoiceField(label=_("Sex"), choices=[EMPTY, *Sex.choices], required=False)
    age = forms.CharField(
        label=_("Age or day of birth"), max_length=40, required=False, help_text=_("34, or about 30.")
    )
    place = PlaceChoice(
        label=_("Place"), queryset=Place.objects.none(),
        help_text=_("Where the person is, or the nearest of your places."),
    )  # fmt: skip
    held = forms.ChoiceField(label=_("Held there"), choices=HELD, widget=forms.RadioSelect, initial="yes")

    def __init__(self, *args: Any, places: QuerySet[Place], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.order_fields([*PERSON, *IntakeForm.field_order])
        field = self.fields["place"]
        assert isinstance(field, forms.ModelChoiceField), "declared above"
        field.queryset = places
        self.read: Typed | None = None

    def clean(self) -> dict[str, Any]:
        """Read who it is as a census is read; what cannot be read is said beside its field."""
        said = super().clean()
        if said.get("on") is None:
            return said
        names = ("full_name", "father_or_husband_name", "sex", "age")
        self.read = read_typed({name: str(said.get(name) or "") for name in names}, said["on"])
        for field, problem in self.read.refusals:
            self.add_error(field if field in self.fields else None, problem_text(problem))
        return said
