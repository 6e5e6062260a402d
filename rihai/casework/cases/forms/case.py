"""The forms of one case: what is written of it, a contact, closing, opening again, a supervisor's word, hand-over."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from rihai.casework.cases.forms.base import EMPTY, Entry, PlaceChoice, reason
from rihai.casework.cases.models import Outcome, Setting
from rihai.casework.cases.programmes import Programme
from rihai.kit.forms import Form
from rihai.places.models import Place


class CaseForm(Entry):
    """What is written of a case."""

    setting = forms.ChoiceField(label=_("Where the person is now"), choices=Setting.choices)
    place = PlaceChoice(label=_("Where the work is done"), queryset=Place.objects.none(), required=False)
    stage = forms.ChoiceField(label=_("Stage"), required=False)
    asked = reason(_("What is asked for"), needed=False, length=1000)
    weight = forms.IntegerField(
        label=_("Weight"), min_value=1, max_value=5, help_text=_("1 is light, 5 needs you every week; for fair loads.")
    )
    review_on = forms.DateField(label=_("Next review"), required=False)

    def __init__(self, *args: Any, programme: Programme, places: QuerySet[Place], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["place"]
        assert isinstance(field, forms.ModelChoiceField), "declared above"
        field.queryset = places
        stages = [(one.code, one.shown) for one in programme.stages]
        standing = str(self.initial.get("stage") or "")
        known = {code for code, _word in stages}
        self.choose(
            "stage", ([] if stages else [EMPTY]) + stages + ([] if standing in known else [(standing, standing)])
        )
        if not stages:
            self.fields["stage"].widget = forms.HiddenInput()


class ContactForm(Entry):
    """Somebody saw or spoke with her."""

    past: ClassVar[tuple[str, ...]] = ("on",)
    on = forms.DateField(label=_("Day"))
    note = reason(_("What was spoken"), help_text=_("A sentence is enough."), length=1000)
    reviewed = forms.BooleanField(
        label=_("We looked at the whole case together"), required=False, help_text=_("The next review is set anew.")
    )


class CloseForm(Entry):
    """What came of a case."""

    past: ClassVar[tuple[str, ...]] = ("on",)
    outcome = forms.ChoiceField(label=_("What came of it"), choices=[EMPTY, *Outcome.choices])
    reason = reason(_("Why it ends"), length=400)
    on = forms.DateField(label=_("Closed on"))


class ReopenForm(Form):
    """Why a case is opened again."""

    reason = reason(_("Why it is opened again"))


class DecideForm(Form):
    """A supervisor's word."""

    decision = forms.ChoiceField(
        label=_("Decision"), choices=(("yes", _("approved")), ("no", _("not approved"))), widget=forms.RadioSelect
    )
    reason = reason(_("Reason"), needed=False, help_text=_("Needed where it is not approved; the person is told."))

    def clean(self) -> dict[str, Any]:
        """No is said with a reason."""
        said = super().clean() or self.cleaned_data
        if said.get("decision") == "no" and not said.get("reason"):
            self.add_error("reason", _("Say why it is not approved; the person is told."))
        return said


class OfferForm(Form):
    """To whom a case is offered: one colleague or several, of whom the first who accepts has it."""

    to = forms.MultipleChoiceField(label=_("Colleagues"), widget=forms.CheckboxSelectMultiple)
    note = forms.CharField(
        label=_("Note"), max_length=300, required=False, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("They read this before they see who it is. Name nobody."),
    )  # fmt: skip

    def __init__(self, *args: Any, colleagues: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["to"]
        assert isinstance(field, forms.MultipleChoiceField), "declared above"
        field.choices = colleagues


class RefuseForm(Form):
    """Why an offer is refused."""

    reason = reason(_("Why you cannot take it"))


class GiveForm(Form):
    """A supervisor gives cases to a worker."""

    to = forms.ChoiceField(label=_("Give them to"))
    note = forms.CharField(label=_("Note"), max_length=300, required=False)

    def __init__(self, *args: Any, colleagues: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["to"]
        assert isinstance(field, forms.ChoiceField), "declared above"
        field.choices = [EMPTY, *colleagues]
