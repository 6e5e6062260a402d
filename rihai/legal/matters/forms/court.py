"""Forms of hearings: the listing, and what happened."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rihai.legal.matters.forms.base import Entry, choices, court_name, courts
from rihai.legal.matters.models import (
    AdjournedBy,
    AdjournedWhy,
    HearingOutcome,
    MatterHearing,
    NotProduced,
    Produced,
    Purpose,
)
from rihai.legal.matters.operations.hearings import VIEWS

YES, NO = "yes", "no"
SAID = (("", _("The court said nothing of it")), (YES, _("The court said yes")), (NO, _("The court said no")))


class ListingForm(Entry):
    """A day in court."""

    listed_on = forms.DateField(label=_("Day"))
    listed_at = forms.TimeField(
        label=_("Time"), required=False, help_text=_("For example 09:30; empty where the list gives none."),
        input_formats=["%H:%M", "%H:%M:%S", "%H.%M"],
    )  # fmt: skip
    purpose = forms.ChoiceField(label=_("For what"), choices=choices(Purpose.choices, empty=False))
    court = courts()
    court_name = court_name()


class RecordForm(Entry):
    """What happened at a hearing, as the order sheet has it."""

    produced = forms.ChoiceField(label=_("Was the person brought"), choices=choices(Produced.choices))
    not_produced_why = forms.ChoiceField(label=_("If not: why"), choices=choices(NotProduced.choices), required=False)
    outcome = forms.ChoiceField(label=_("What came of it"), choices=choices(HearingOutcome.choices))
    adjourned_by = forms.ChoiceField(
        label=_("If adjourned: by whose act"), choices=choices(AdjournedBy.choices), required=False,
        help_text=_("As the order sheet has it. Bail for delay turns on it."),
    )  # fmt: skip
    adjourned_why = forms.ChoiceField(
        label=_("If adjourned: why"), choices=choices(AdjournedWhy.choices), required=False
    )
    next_on = forms.DateField(label=_("Next day"), required=False)
    next_purpose = forms.ChoiceField(label=_("Next day: for what"), choices=choices(Purpose.choices), required=False)
    note = forms.CharField(label=_("Note for the team"), max_length=400, required=False)
    delay_view = forms.ChoiceField(label=_("That the delay is the accused’s"), choices=SAID, required=False)
    hardened_view = forms.ChoiceField(
        label=_("That the accused is hardened, desperate or dangerous"), choices=SAID, required=False
    )
    grounds_view = forms.ChoiceField(
        label=_("That there are reasonable grounds to believe the accused guilty"), choices=SAID, required=False
    )
    inquiry_view = forms.ChoiceField(label=_("That further inquiry is called for"), choices=SAID, required=False)

    def clean(self) -> dict[str, Any]:
        """What belongs to an adjournment is said of one alone; views are yes, no, or that nothing was said."""
        said = super().clean()
        if said.get("outcome") == HearingOutcome.ADJOURNED and not said.get("adjourned_by"):
            self.add_error("adjourned_by", _("Say by whose act it was adjourned, as the order sheet has it."))
        if said.get("produced") == Produced.NO and not said.get("not_produced_why"):
            self.add_error("not_produced_why", _("Say why the person was not produced, or that nobody gave a reason."))
        return said

    def said(self) -> dict[str, Any]:
        """What was written, as the operation takes it."""
        said = dict(self.cleaned_data)
        said |= {name: {YES: True, NO: False}.get(said.get(name, "")) for name in VIEWS}
        if said["outcome"] != HearingOutcome.ADJOURNED:
            said |= {"adjourned_by": "", "adjourned_why": ""}
        if said["produced"] != Produced.NO:
            said["not_produced_why"] = ""
        return said

    @classmethod
    def _standing(cls, record: MatterHearing | None) -> dict[str, Any]:
        start = super()._standing(record)
        return {name: _word(value) if name in VIEWS else value for name, value in start.items()}


def _word(value: bool | None) -> str:
    return {True: YES, False: NO, None: ""}[value]
