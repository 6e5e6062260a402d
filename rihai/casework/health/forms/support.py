"""The forms of the support plan."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rihai.casework.health.forms.care import area
from rihai.casework.health.models import DutyLine, SupportPlan
from rihai.casework.health.operations import PlanText
from rihai.kit.editing import Versioned
from rihai.kit.forms import Form

OFTEN = (
    (15, _("every quarter of an hour")), (30, _("every half hour")), (60, _("every hour")),
    (120, _("every two hours")), (240, _("every four hours")), (720, _("twice a day")), (1440, _("once a day")),
)  # fmt: skip


class PlanForm(Form):
    """A plan, made with her: the first half is read by those who see health, the second by everybody on duty."""

    worries = forms.CharField(
        label=_("What worries"), max_length=1500, widget=area(3),
        help_text=_("Seen by those who see health, and by nobody else."),
    )  # fmt: skip
    helps = forms.CharField(
        label=_("What helps them, in their own words"), max_length=1500, widget=area(3),
        help_text=_("Whom they talk to, what they do when it gets bad, what makes it worse."),
    )  # fmt: skip
    wants_to_see = forms.CharField(label=_("Whom they want to see"), required=False, max_length=300)
    to_do = forms.CharField(
        label=_("What those on duty do"), max_length=300, widget=area(2),
        help_text=_("Everybody on duty reads this. Say what to do, not why: “Greet them, sit with them, never alone.”"),
    )  # fmt: skip
    call = forms.CharField(label=_("Whom they call, and how"), max_length=120)
    every_minutes = forms.TypedChoiceField(label=_("They are seen"), choices=OFTEN, coerce=int, initial=60)
    review_on = forms.DateField(label=_("The plan is looked at again on"))

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        kwargs["initial"] = {"review_on": today + timedelta(days=1), **kwargs.get("initial", {})}
        super().__init__(*args, **kwargs)
        self.today = today

    def clean_review_on(self) -> date:
        """The next review is still to come."""
        day: date = self.cleaned_data["review_on"]
        if day <= self.today:
            raise forms.ValidationError(_("The next review is on a day to come."))
        return day

    @property
    def text(self) -> PlanText:
        """The plan as it is said."""
        said = self.cleaned_data
        return PlanText(
            worries=said["worries"], helps=said["helps"], wants_to_see=said.get("wants_to_see", ""),
            to_do=said["to_do"], call=said["call"], every_minutes=said["every_minutes"], review_on=said["review_on"],
        )  # fmt: skip


class ReviewForm(Versioned, PlanForm):
    """The same plan looked at again; two who do so at once are shown the difference."""

    def __init__(self, *args: Any, today: date, plan: SupportPlan, line: DutyLine | None, **kwargs: Any) -> None:
        now = {name: getattr(plan, name) for name in ("worries", "helps", "wants_to_see")}
        if line is not None:
            now |= {name: getattr(line, name) for name in ("to_do", "call", "every_minutes")}
        super().__init__(*args, today=today, initial={**now, "review_on": today + timedelta(days=7)}, **kwargs)
        self.fields["version"] = forms.IntegerField(widget=forms.HiddenInput, min_value=0, initial=plan.version)
        self.watch(plan.version)


class CloseForm(Form):
    """Why a plan is closed."""

    why = forms.CharField(label=_("Why it is closed, and what goes on"), max_length=600, widget=area(3))
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
