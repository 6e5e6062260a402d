"""The forms of the file of a death."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rihai.kit.files.upload import FileField
from rihai.kit.forms import Form
from rihai.monitoring.deaths.models import Cause, StepState, Where
from rihai.monitoring.forms import Entry, area, day, line, moment, of
from rihai.places.models import Place

YEAR = timedelta(days=364)
NO_NAMES = _("No names: who died stands apart, and is not shown to everybody who works on the file.")


class FileForm(Entry):
    """The words of the file."""

    died_at = moment(_("Time of death, where known"))
    where = of(_("Where"), Where.choices)
    found = area(_("How and by whom found"), 1000, help_text=NO_NAMES)
    last_seen_at = moment(_("Last seen alive"))
    last_seen = area(_("By whom, and how they were"), 600, rows=2)
    circumstances = area(_("Circumstances"), 3000, rows=5)


class DeathForm(FileForm):
    """A new file: a person of the record, or a name where they are not in it."""

    place = forms.ModelChoiceField(label=_("Prison"), queryset=Place.objects.none())
    on = day(_("Day of death"))
    name = line(_("Name, where they are not in the record"), 160)
    person = forms.UUIDField(required=False, widget=forms.HiddenInput)
    field_order = ("place", "on", "name", "died_at", "where")

    def __init__(self, *args: Any, places: Any, person: Any = None, today: date, **kwargs: Any) -> None:
        first = {"place": person.held_at_id, "person": person.pk} if person else {}
        super().__init__(*args, initial={"on": today, **first}, **kwargs)
        self.fields["place"].queryset = places  # type: ignore[attr-defined]
        if person is not None:
            del self.fields["name"]


class CauseForm(Form):
    """What somebody says of the cause."""

    cause = of(_("Cause"), Cause.choices)
    said_by = line(_("Who says so"), 160, required=True, help_text=_("The prison’s doctor, the family, a hospital."))
    source = line(_("On what it rests"), 300, required=True, help_text=_("The number of a report, a register, a word."))
    is_settled = forms.BooleanField(
        label=_("This settles it"), required=False, help_text=_("A post-mortem or the end of an inquiry, say.")
    )


class StepForm(Entry):
    """What came of a step."""

    state = of(_("How it stands"), StepState.choices)
    done_at = moment(_("When"))
    by_whom = line(_("By whom"), 160)
    to_whom = line(_("To whom, or where"), 160)
    reference = line(_("Number of the paper"), 120)
    says = area(_("What was done, or why not"), 1000)


class PaperForm(Form):
    """A paper of the file."""

    title = line(_("What paper it is"), 160, required=True)
    paper = FileField(label=_("The file"))


class ComparisonForm(Form):
    """A published rate."""

    title = line(_("Of whom"), 200, required=True, help_text=_("For example: men of 18 to 64 in the province, 2025."))
    per_thousand = forms.DecimalField(
        label=_("Deaths per 1,000 person-years"), min_value=0, max_value=1000, max_digits=7, decimal_places=3
    )
    source = line(_("Where it stands"), 300, required=True)


class PeriodForm(Form):
    """From which day to which: the last twelve months where nothing is chosen."""

    first = day(_("First day"), required=False)
    last = day(_("Last day"), required=False)

    def __init__(self, *args: Any, today: date, **more: Any) -> None:
        self.today = today
        super().__init__(*args, initial={"first": today - YEAR, "last": today}, **more)

    def clean(self) -> dict[str, Any]:
        """The last day is not before the first."""
        said = super().clean() or {}
        if said.get("first") and said.get("last") and said["last"] < said["first"]:
            self.add_error("last", _("The last day is before the first."))
        return said

    def days(self) -> tuple[date, date]:
        """The first day, and the day after the last."""
        said = self.cleaned_data if self.is_bound and self.is_valid() else {}
        last = said.get("last") or self.today
        return said.get("first") or last - YEAR, last + timedelta(days=1)
