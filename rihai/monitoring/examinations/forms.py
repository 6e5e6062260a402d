"""The forms of examinations: the fields of a protocol, the marks of a body, who is qualified."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rihai.accounts.models import Account
from rihai.kit.forms import Form
from rihai.kit.forms.careful import take_care
from rihai.monitoring.examinations.fields import FIELDS, LEAST
from rihai.monitoring.examinations.models import Degree, Lesion, Protocol, Region, Side, Skill, View
from rihai.monitoring.forms import area, line, of
from rihai.monitoring.incidents.models import IncidentVictim


class ExaminationForm(Form):
    """The fields of one protocol."""

    victim = forms.ModelChoiceField(label=_("Who"), queryset=IncidentVictim.objects.none(), empty_label=None)
    done_on = forms.DateField(label=_("Day"))

    def __init__(self, *args: Any, incident: Any, protocol: str, today: date, **kwargs: Any) -> None:
        super().__init__(*args, initial={"done_on": today}, **kwargs)
        victim: Any = self.fields["victim"]
        victim.queryset = incident.victims.all()
        victim.label_from_instance = lambda one: str(one.called)
        for name, label in FIELDS[protocol].items():
            self.fields[name] = area(label, 6000, required=name == LEAST[protocol])
            take_care(self.fields[name])
        if protocol == Protocol.ISTANBUL:
            self.fields["degree"] = of(
                _("Account and findings as a whole"), Degree.choices, required=False,
                help_text=_("Empty where nothing characteristic can be said. The whole counts, no mark alone."),
            )  # fmt: skip
            take_care(self.fields["degree"])

    @property
    def said(self) -> dict[str, Any]:
        """As it is said."""
        return {**self.cleaned_data, "victim": self.cleaned_data["victim"].pk}


class MarkForm(Form):
    """One mark, as it is seen."""

    region = of(_("Part of the body"), Region.choices)
    side = of(_("Side, as the person has it"), Side.choices)
    view = of(_("Seen"), View.choices)
    lesion = of(_("Kind of mark"), Lesion.choices)
    length = forms.IntegerField(label=_("Length, mm"), required=False, min_value=1, max_value=2000)
    width = forms.IntegerField(label=_("Width, mm"), required=False, min_value=1, max_value=2000)
    colour = line(_("Colour"), 60)
    shape = line(_("Shape"), 60)
    alleged = area(_("What they say it comes from"), 600, rows=2)

    def __init__(self, *args: Any, graded: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if graded:
            self.fields["degree"] = of(_("How far it agrees with that"), Degree.choices, required=False)
            take_care(self.fields["degree"])


class QualifiedForm(Form):
    """Who is qualified, on what paper."""

    account = forms.ModelChoiceField(label=_("Who"), queryset=Account.objects.none())
    skill = of(_("For what"), Skill.choices)
    paper = line(
        _("On what paper"), 200, required=True, help_text=_("A certificate, its number, who gave it and when.")
    )

    def __init__(self, *args: Any, accounts: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["account"].queryset = accounts  # type: ignore[attr-defined]
