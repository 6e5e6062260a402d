"""The forms of contingency plans."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rihai.kit.forms import Form
from rihai.places.models import Place
from rihai.preparedness.fields import Entry, area, day, line, number, of
from rihai.preparedness.plans.hazards import Hazard
from rihai.preparedness.plans.models import EntrySort
from rihai.preparedness.plans.rows import ROLE, STEP
from rihai.preparedness.posts.models import PostOf

TEXT = 4000


class BeginForm(Form):
    """For which prison and hazard a plan is begun."""

    place = forms.ModelChoiceField(label=_("Prison"), queryset=Place.objects.none())
    hazard = of(
        _("Hazard"), Hazard.choices,
        help_text=_("The plan starts with the words of a template; your numbers and minutes are still to come."),
    )  # fmt: skip
    review_months = number(_("Looked at again every so many months"), least=1, most=36)

    def __init__(self, *args: Any, places: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: Any = self.fields
        fields["place"].queryset = places
        fields["review_months"].initial = 12


class TextsForm(Entry):
    """What a plan says in sentences, in both languages."""

    triggers = area(_("What sets it off, and who says so"), TEXT)
    triggers_ur = area(_("The same in Urdu"), TEXT)
    evacuation = area(_("Ways out, and in which order"), TEXT, rows=5)
    evacuation_ur = area(_("The same in Urdu"), TEXT, rows=5)
    vulnerable = area(_("What is done for those who need help"), TEXT, rows=5)
    vulnerable_ur = area(_("The same in Urdu"), TEXT, rows=5)
    sources = area(_("What it rests on"), TEXT)
    changes = line(_("What is new in this version"), 600)


class RoleForm(Entry):
    """What a post does."""

    post = of(_("Post"), PostOf.choices)
    deputy = of(_("Deputy"), PostOf.choices, required=False, help_text=_("Who does it when the first is away."))
    duty = line(_("What it does"), 400, required=True)
    duty_ur = line(_("The same in Urdu"), 400)


class StepForm(Entry):
    """A step of the checklist."""

    says = line(_("What is done"), 400, required=True)
    says_ur = line(_("The same in Urdu"), 400)
    post = of(_("Who does it"), PostOf.choices, required=False)
    minutes = number(
        _("Within how many minutes of the alarm"), required=False, most=10_000,
        help_text=_("Measured in a drill, not wished. A step that takes days: 1,440 minutes are a day."),
    )  # fmt: skip


class EntryForm(Entry):
    """An agency, a place to assemble, a resource."""

    name = line(_("Name"), 200, required=True)
    name_ur = line(_("The same in Urdu"), 200)
    phone = line(_("Telephone"), 60, help_text=_("Ring it before you write it."))
    says = line(_("What for, for whom, or where it is kept"), 400)
    says_ur = line(_("The same in Urdu"), 400)

    def __init__(self, *args: Any, sort: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if sort != EntrySort.AGENCY:
            del self.fields["phone"]


def row_form(sort: str, *args: Any, **kwargs: Any) -> Entry:
    """The form of a row of this sort."""
    if sort in (ROLE, STEP):
        return {ROLE: RoleForm, STEP: StepForm}[sort](*args, **kwargs)
    return EntryForm(*args, sort=sort, **kwargs)


class BackForm(Entry):
    """Why a version goes back to its writer."""

    why = area(_("What must change"), 600, required=True)


class ApproveForm(Entry):
    """Until when a version stands."""

    review_on = day(_("To be looked at again by"))

    def __init__(self, *args: Any, until: date, **kwargs: Any) -> None:
        super().__init__(*args, initial={"review_on": until}, **kwargs)
