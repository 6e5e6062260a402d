"""The forms of inspections: the mandate, the plan, the team, the visit, the lot, what is decided."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rihai.accounts.models import Account
from rihai.accounts.queries.here import accounts_who_may
from rihai.instruments.queries import now_published
from rihai.kit.forms import Form
from rihai.monitoring.forms import Entry, area, line, moment, of
from rihai.monitoring.inspections.forms_known import FORMS
from rihai.monitoring.inspections.models import Access, Inspection, Mandate, Part, Round
from rihai.monitoring.inspections.operations.drawing import LONGEST_LIST, TEN
from rihai.monitoring.inspections.operations.settling import CODES
from rihai.monitoring.inspections.queries.agreement import Apart
from rihai.monitoring.reach import INSPECT
from rihai.places.models import Place

ANSWERS = {"yes": _("Yes"), "partly": _("Partly"), "no": _("No"), "na": _("Not assessed")}


class MandateForm(Form):
    """Under what right a team inspects."""

    title = line(_("What it is called"), 160, required=True)
    body = line(_("Who gives it"), 160, required=True)
    basis = area(_("Law, order or memorandum"), 400, required=True)
    started_on = forms.DateField(label=_("From"))
    ended_on = forms.DateField(label=_("Until"), required=False, help_text=_("Empty: it still holds."))


class _Begin(Form):
    place = forms.ModelChoiceField(label=_("Where"), queryset=Place.objects.none())
    form_id = of(_("With which form"), ())
    round = of(
        _("Which round"), Round.choices,
        help_text=_("Rapid: half a day. Full: two to three days. Follow-up: what was partly or no, and all critical."),
    )  # fmt: skip

    def __init__(self, *args: Any, places: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        titles = now_published(FORMS)
        self.fields["form_id"].choices = [(one, titles[one]) for one in FORMS if one in titles]  # type: ignore[attr-defined]
        self.fields["place"].queryset = places  # type: ignore[attr-defined]


class PlanForm(_Begin):
    """An inspection to come."""

    mandate = forms.ModelChoiceField(label=_("Under which mandate"), queryset=Mandate.objects.all())
    planned_on = forms.DateField(label=_("On which day"))
    purpose = line(_("What is looked at above all"), 300)
    is_woman = forms.BooleanField(
        label=_("I am a woman"), required=False, help_text=_("Rule 84 asks for women in the team.")
    )


class SelfForm(_Begin):
    """A prison looks at itself."""


class MemberForm(Form):
    """Somebody who goes along."""

    account = forms.ModelChoiceField(
        label=_("Somebody who works here"), queryset=Account.objects.none(), required=False
    )
    name = line(_("Or the name of somebody else"), 120)
    part = of(_("What they do"), [one for one in Part.choices if one[0] != Part.LEAD])
    rates = forms.BooleanField(
        label=_("Fills in the form on their own"), required=False,
        help_text=_("Two who judge apart show how far the form can be relied on."),
    )  # fmt: skip
    is_woman = forms.BooleanField(label=_("A woman"), required=False)

    def __init__(self, *args: Any, on: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["account"].queryset = accounts_who_may(INSPECT, on=on)  # type: ignore[attr-defined]


class VisitForm(Entry):
    """When the team came, was let in and left."""

    is_announced = forms.TypedChoiceField(
        label=_("Was the visit announced?"), choices=[("", ""), ("no", _("no")), ("yes", _("yes"))],
        coerce=lambda said: said == "yes", widget=forms.Select,
    )  # fmt: skip
    arrived_at = moment(_("At the gate"))
    entered_at = moment(_("Let in"))
    left_at = moment(_("Left"))
    access = of(_("Could the team go everywhere?"), Access.choices)
    access_says = area(_("What it was kept from, by whom, with which reason"), 600)

    def __init__(self, *args: Any, record: Inspection, **kwargs: Any) -> None:
        said = {None: "", True: "yes", False: "no"}[record.is_announced]
        super().__init__(*args, record=record, initial={"is_announced": said}, **kwargs)

    def clean(self) -> dict[str, Any]:
        """Times come in their order."""
        said = super().clean() or self.cleaned_data
        times = [("arrived_at", said.get("arrived_at")), ("entered_at", said.get("entered_at")),
                 ("left_at", said.get("left_at"))]  # fmt: skip
        known = [(name, at) for name, at in times if at]
        for (_before, earlier), (name, later) in pairwise(known):
            if later < earlier:
                self.add_error(name, _("This comes before what stands above it."))
        return said


class DrawForm(Form):
    """From which list, and how many."""

    what = line(_("From which list"), 160, required=True, help_text=_("For example: register of files, barrack 4."))
    list_size = forms.IntegerField(label=_("How many stand in it"), min_value=1, max_value=LONGEST_LIST)
    wanted = forms.IntegerField(label=_("How many to draw"), min_value=1, max_value=100, initial=TEN)


class GiveUpForm(Form):
    """Why it does not take place."""

    why = area(_("Why"), 600, required=True)


class DecideForm(Form):
    """One choice and one reason for each item on which the inspectors differ."""

    def __init__(self, *args: Any, apart: list[Apart], decided: Mapping[str, tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.apart = apart
        choices = [("", _("Not decided yet")), *((code, ANSWERS[code]) for code in CODES)]
        for one in apart:
            code, why = decided.get(one.item.name, ("", ""))
            self.fields[one.item.name] = forms.ChoiceField(
                label=_("What stands, for %(item)s") % {"item": one.item.code},
                choices=choices,
                required=False,
                initial=code,
            )
            self.fields[f"{one.item.name}_because"] = forms.CharField(
                label=_("Why, for %(item)s") % {"item": one.item.code}, max_length=400, required=False, initial=why
            )

    @property
    def rows(self) -> list[tuple[Apart, Any, Any]]:
        """Each item with its two fields."""
        return [(one, self[one.item.name], self[f"{one.item.name}_because"]) for one in self.apart]

    @property
    def decisions(self) -> dict[str, str]:
        """What was chosen, by item."""
        names = [one.item.name for one in self.apart]
        return {name: self.cleaned_data[name] for name in names if self.cleaned_data.get(name)}

    @property
    def reasons(self) -> dict[str, str]:
        """The reasons, by item."""
        return {one.item.name: self.cleaned_data.get(f"{one.item.name}_because", "") for one in self.apart}
