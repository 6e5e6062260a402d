"""The forms of drills and of what is to be mended."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from rihai.kit.forms import Form
from rihai.places.models import Place
from rihai.preparedness.drills.models import How
from rihai.preparedness.drills.scheduling import MOST_MONTHS
from rihai.preparedness.fields import Entry, area, day, line, number, of
from rihai.preparedness.plans.hazards import Hazard
from rihai.preparedness.plans.models import PlanStep

MOST_MINUTES = 10_000


class RuleForm(Form):
    """How often a drill is held."""

    place = forms.ModelChoiceField(
        label=_("Where"), queryset=Place.objects.none(), help_text=_("A prison, or all prisons of a place.")
    )
    hazard = of(_("Hazard"), Hazard.choices)
    every = number(_("Every so many months"), least=1, most=MOST_MONTHS)
    started_on = day(_("The first by"))
    basis = line(_("Which order or law asks for it"), 300)

    def __init__(self, *args: Any, places: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: Any = self.fields
        fields["place"].queryset = places


class PlanForm(Entry):
    """When a drill is held, and how."""

    place = forms.ModelChoiceField(label=_("Prison"), queryset=Place.objects.none())
    hazard = of(_("Hazard"), Hazard.choices)
    planned_on = day(_("Day"), help_text=_("At night and with few staff is when it is needed."))
    how = of(_("How"), How.choices)
    led_by = line(_("Who leads it"), 120)

    def __init__(self, *args: Any, places: Any = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: Any = self.fields
        if places is None:
            del fields["place"], fields["hazard"]
        else:
            fields["place"].queryset = places


class HeldForm(Form):
    """How a drill went: a field of minutes for each step of the plan in force."""

    done_on = day(_("Day of the drill"))
    led_by = line(_("Who led it"), 120)
    took_part = number(_("How many took part, staff and prisoners"), required=False, most=20_000)
    says = area(_("What happened, in a few sentences"), 1000)

    def __init__(self, *args: Any, steps: Sequence[PlanStep], today: date, led_by: str = "", **kwargs: Any) -> None:
        super().__init__(*args, initial={"done_on": today, "led_by": led_by}, **kwargs)
        self.steps = {f"step-{one.pk}": one.pk for one in steps}
        for at, one in enumerate(steps, 1):
            help_text = now_("the plan allows %(n)s") % {"n": one.minutes} if one.minutes is not None else ""
            self.fields[f"step-{one.pk}"] = number(
                now_("Minutes until: %(n)s. %(step)s") % {"n": at, "step": one.shown}, required=False,
                most=MOST_MINUTES, help_text=help_text,
            )  # fmt: skip

    def times(self) -> dict[UUID, int | None]:
        """Minutes by step; None where nothing was written."""
        return {pk: self.cleaned_data.get(name) for name, pk in self.steps.items()}


class WhyForm(Form):
    """Why something is not so."""

    why = area(_("Why"), 600, required=True)


class ItemForm(Form):
    """What is to be mended."""

    says = line(_("What is to be mended"), 400, required=True)
    whose = line(_("By which post"), 160, required=True)
    due_on = day(_("By which day"))


class DoneForm(Entry):
    """What shows that it is done."""

    says = area(_("What shows that it is done"), 600, required=True)


class VerifyForm(Entry):
    """What somebody else saw."""

    outcome = of(_("What did you find?"), [("yes", _("it is mended")), ("no", _("it is not mended"))])
    says = area(_("What you saw"), 600, required=True)
    until = day(_("If it is not: by which day"), required=False)


class DropForm(Entry):
    """Why it is asked no more."""

    why = area(_("Why"), 600, required=True)
