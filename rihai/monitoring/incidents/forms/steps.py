"""The forms of steps, of the question about reprisal, and of clocks."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from rihai.accounts.models import Account
from rihai.kit.forms import Form
from rihai.monitoring.forms import area, line, of
from rihai.monitoring.incidents.models import (
    Clock,
    Ground,
    IncidentConsent,
    Outcome,
    Purpose,
    Risk,
    StepKind,
    Stopped,
)
from rihai.monitoring.inspections.models import Inspection
from rihai.monitoring.recommendations.models import Level

YES, NO = "yes", "no"


class StepForm(Form):
    """What is to be done."""

    kind = of(_("What is done"), StepKind.choices)
    receiver = line(_("To whom it goes"), 200, required=True)
    told = area(
        _("What they are told"), 4000, required=True, rows=5,
        help_text=_("The least they need. No name of anybody said to have done it, of a witness or another victim."),
    )  # fmt: skip
    ground = of(_("On what it rests"), Ground.choices)
    consent = forms.ModelChoiceField(
        label=_("The consent it rests on"), queryset=IncidentConsent.objects.none(), required=False
    )
    second = forms.ModelChoiceField(
        label=_("Without consent: who decides with you"), queryset=Account.objects.none(), required=False,
        help_text=_("Somebody of the team. It does not go before they agree."),
    )  # fmt: skip
    owner = forms.ModelChoiceField(label=_("Who sees to it"), queryset=Account.objects.none(), empty_label=None)
    due_on = forms.DateField(label=_("By when"))

    def __init__(self, *args: Any, incident: Any, today: date, me: UUID, **kwargs: Any) -> None:
        super().__init__(*args, initial={"due_on": today + timedelta(days=1), "owner": me}, **kwargs)
        team = Account.objects.filter(pk__in=incident.team.filter(until=None).values("account_id")).order_by("name")
        holding = incident.consents.filter(
            is_given=True, withdrawn_on=None, purpose__in=[Purpose.SHARE, Purpose.EXAM]
        ).select_related("victim")
        fields: dict[str, Any] = dict(self.fields)
        fields["owner"].queryset = team
        fields["second"].queryset = team.exclude(pk=me)
        fields["consent"].queryset = holding
        fields["consent"].label_from_instance = _consent

    @property
    def said(self) -> dict[str, Any]:
        """As it is said: records by their ids."""
        said = self.cleaned_data
        return {**said, **{name: said[name].pk if said.get(name) else None for name in ("consent", "second", "owner")}}


def _consent(one: IncidentConsent) -> str:
    return " · ".join(
        text for text in (one.victim.called, str(one.get_purpose_display()), one.receiver) if text
    )  # fmt: skip


class RiskForm(Form):
    """What may come to whoever spoke."""

    risk = of(
        _("If this step is taken: is reprisal to be feared?"), Risk.choices,
        help_text=_("Ask them. Who will know, who can be told from it, who holds the keys tonight?"),
    )  # fmt: skip
    risk_says = area(_("On what that rests"), 2000, required=True)
    risk_done = area(_("What is done about it"), 2000, help_text=_("A move, a watch, another way, speaking with many."))
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)


class SettleForm(Form):
    """What came of a step."""

    state = forms.ChoiceField(label=_("What came of it"), widget=forms.RadioSelect)
    answer = area(_("In a few words"), 2000)
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    def __init__(self, *args: Any, sent: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        known = (Outcome.DONE, Outcome.REFUSED, Outcome.NO_ANSWER) if sent else (Outcome.LEFT,)
        self.fields["state"].choices = [(one.value, one.label) for one in known]  # type: ignore[attr-defined]


class ClockForm(Form):
    """What was done in time."""

    how = forms.ChoiceField(label=_("What happened"), choices=Stopped.choices, widget=forms.RadioSelect)
    says = area(_("Who did what, when"), 1000, required=True)
    safe = forms.ChoiceField(
        label=_("Are they safe now?"), choices=((YES, _("yes")), (NO, _("no"))), widget=forms.RadioSelect,
        help_text=_("If not, and life is in danger, they are spoken with again within two days."),
    )  # fmt: skip

    def __init__(self, *args: Any, clock: Clock, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if clock.what != "follow":
            del self.fields["safe"]

    @property
    def is_safe(self) -> bool:
        """Whether they are; true where it was not asked."""
        return bool(self.cleaned_data.get("safe", YES) == YES)


class RecommendForm(Form):
    """A step that becomes a finding and a recommendation of a visit."""

    inspection = forms.ModelChoiceField(
        label=_("Of which visit"), queryset=Inspection.objects.none(), help_text=_("Settled, its report not yet sent.")
    )
    finding = area(_("What was found"), 1000, required=True, help_text=_("No names of prisoners."))
    endangers = forms.BooleanField(
        label=_("Somebody could come to harm if the authority were asked before the report"), required=False
    )
    endangers_why = area(_("Why"), 400, rows=2)
    says = area(_("What is asked"), 1000, required=True, help_text=_("One thing that can be seen to be done."))
    level = of(_("Who can really act"), Level.choices, help_text=_("Often somebody above the prison."))
    authority = line(_("The authority by its name"), 160)
    due_on = forms.DateField(label=_("By when"))
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    def __init__(self, *args: Any, inspections: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["inspection"]
        field.queryset = inspections
        field.label_from_instance = lambda one: f"{one.place.shown}, {one.planned_on:%d/%m/%Y}, {one.number}"
