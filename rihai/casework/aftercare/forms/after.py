"""The forms of what comes after release; short enough for a phone in the street."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from rihai.casework.aftercare.forms.base import Entry, area, line, of, radio
from rihai.casework.aftercare.models import AppointmentKind, How, Kept, Outcome, Roof, Supervision, YesNo


class FollowUpForm(Entry):
    """What came of asking after somebody, and how they are in outline."""

    past: ClassVar[tuple[str, ...]] = ("on",)
    outcome = radio(_("What came of it"), Outcome.choices)
    on = forms.DateField(label=_("On"))
    how = of(_("In which way"), How.choices, required=False)
    roof = of(_("Where they sleep"), Roof.choices, required=False)
    money = of(_("Enough to live on"), YesNo.choices, required=False)
    cared_for = of(
        _("Gets the care they need"), YesNo.choices, required=False, help_text=_("In outline, no diagnosis.")
    )
    safe = of(_("Feels safe"), YesNo.choices, required=False)
    supervision = of(_("With probation or parole"), Supervision.choices, required=False)
    note = area(_("In their own words"), 600, help_text=_("Nothing of health; that goes below."))
    care = area(
        _("Words of health"), 1000,
        help_text=_("Kept apart: those of health alone read them, you too only if you are one of them."),
    )  # fmt: skip
    next_step = line(_("What is next"), 300)
    again_on = forms.DateField(label=_("Ask again on"), required=False, help_text=_("If they were not reached."))

    def clean(self) -> dict[str, Any]:
        """Reached: how they are is asked. To be asked again: on a day to come."""
        said = super().clean()
        if said.get("outcome") == Outcome.REACHED:
            for name in ("roof", "safe"):
                if not said.get(name):
                    self.add_error(name, _("Say how it is; “did not say” is an answer."))
        if said.get("again_on") and said["again_on"] <= self.today:
            self.add_error("again_on", _("That day is past."))
        return said


class OfficerDayForm(Entry):
    """A day with an officer."""

    kind = of(_("With whom"), AppointmentKind.choices)
    due_on = forms.DateField(label=_("On"))
    at_time = forms.TimeField(
        label=_("At what time"), required=False, widget=forms.TimeInput(attrs={"placeholder": "14:30", "dir": "ltr"}),
        error_messages={"invalid": _("This is not a time. Write it like 14:30.")},
    )  # fmt: skip
    where = line(_("Where"), 160, required=True)
    officer = line(_("Name of the officer"), 120)


class RecordDayForm(Entry):
    """Whether it was kept."""

    kept = radio(_("What came of it"), Kept.choices)
    reason = line(_("If it was not kept, why"), 300, help_text=_("As they say it; nobody is blamed here."))
    next_on = forms.DateField(label=_("The next one is on"), required=False)

    def clean(self) -> dict[str, Any]:
        """What was not kept has a reason."""
        said = super().clean()
        if said.get("kept") in {Kept.MISSED, Kept.EXCUSED} and not said.get("reason"):
            self.add_error("reason", _("Say why, as far as anybody knows."))
        return said
