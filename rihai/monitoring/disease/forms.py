"""The forms of the line list, of thresholds and of alerts."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rihai.kit.forms import Form
from rihai.monitoring.disease.known import diseases
from rihai.monitoring.disease.models import Isolation, Outcome, Result, Status
from rihai.monitoring.forms import NOT_CHOSEN, Entry, area, day, line, of
from rihai.places.models import Place


class StateForm(Entry):
    """What is known of a case now."""

    code = line(_("Code of the prison’s list"), 40, help_text=_("Where the person is not in our record. No name."))
    status = of(_("How sure it is"), Status.choices)
    onset_on = day(_("Began on"), required=False)
    seen_on = day(_("Seen on"))
    test = line(_("Test"), 80)
    result = forms.ChoiceField(label=_("Result"), choices=Result.choices, required=False)
    barrack = line(_("Barrack"), 80)
    isolation = of(_("Kept apart for health"), Isolation.choices)
    isolated_on = day(_("Since"), required=False)
    contacts = forms.IntegerField(label=_("Close contacts to look at"), min_value=0, max_value=10_000, required=False)
    outcome = of(_("What became of it"), Outcome.choices)
    note = area(_("Note"), 600, rows=2)


class CaseForm(StateForm):
    """A new line of the list."""

    place = forms.ModelChoiceField(label=_("Prison"), queryset=Place.objects.none())
    disease = forms.ChoiceField(label=_("Disease"))
    person = forms.UUIDField(required=False, widget=forms.HiddenInput)
    field_order = ("place", "disease", "code", "status")

    def __init__(
        self, *args: Any, places: Any, person: Any = None, disease: str = "", today: date, **more: Any
    ) -> None:
        first = {"place": person.held_at_id, "person": person.pk} if person else {}
        stands = {"seen_on": today, "isolation": Isolation.NO, "outcome": Outcome.ILL, "disease": disease}
        super().__init__(*args, initial={**stands, **first, **more.pop("initial", {})}, **more)
        self.fields["place"].queryset = places  # type: ignore[attr-defined]
        self.fields["disease"].choices = [NOT_CHOSEN, *_names()]  # type: ignore[attr-defined]
        if person is not None:
            del self.fields["code"]


class ThresholdForm(Form):
    """The threshold of one prison and disease."""

    cases = forms.IntegerField(label=_("So many cases"), min_value=1, max_value=10_000, required=False)
    per_thousand = forms.DecimalField(
        label=_("or so many per 1,000 held"), min_value=0, max_value=1000, max_digits=6, decimal_places=2,
        required=False, help_text=_("Never fewer than two cases."),
    )  # fmt: skip
    days = forms.IntegerField(label=_("within so many days"), min_value=1, max_value=366)
    why = area(_("Why"), 400, required=True, rows=2)


class DoneForm(Form):
    """What was done about an alert."""

    says = area(_("What was done"), 1000, required=True, help_text=_("No names: this page is read by many."))


class CloseForm(Form):
    """Why an alert is over."""

    on = day(_("Over since"))
    why = area(_("What shows it"), 600, required=True, help_text=_("Two incubation times without a case, say."))


def _names() -> list[tuple[str, str]]:
    return [(one.code, one.title) for one in diseases().values()]
