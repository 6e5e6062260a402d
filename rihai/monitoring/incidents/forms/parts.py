"""The forms of the parts of an incident, of consent, and of its team."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rihai.accounts.models import Account
from rihai.kit.forms import Form
from rihai.monitoring.forms import area, line, of
from rihai.monitoring.incidents.classes import choices
from rihai.monitoring.incidents.models import (
    ActorType,
    AllegedPerpetrator,
    IncidentVictim,
    Purpose,
    SourceKind,
    Way,
)
from rihai.monitoring.incidents.operations.parts import Whom

YES, NO = "yes", "no"


class VictimForm(Form):
    """Somebody else it happened to."""

    called = line(_("What they are called here"), 120, required=True, help_text=_("It need not be their name."))
    words = area(_("What they say, in their own words"), 4000, rows=4)
    person = forms.UUIDField(required=False, widget=forms.HiddenInput)

    @property
    def whom(self) -> Whom:
        """As it is said."""
        said = self.cleaned_data
        return Whom(called=said["called"], words=said.get("words") or "", person_id=said.get("person"))


class PerpetratorForm(Form):
    """Who is said to have done it."""

    kind = of(_("Who acted"), ActorType.choices)
    rank = line(_("Rank or office"), 120)
    unit = line(_("Unit or shift"), 120)
    name = line(
        _("Name, where it is known"), 160, help_text=_("Seen by the team alone. It goes into nothing that leaves.")
    )


class SourceForm(Form):
    """Who said so."""

    kind = of(_("Who said so"), SourceKind.choices)
    called = line(_("What they are called here"), 120)
    words = area(_("In their own words"), 6000, required=True, rows=6)


class ActForm(Form):
    """One thing that was done."""

    sub = forms.ChoiceField(label=_("What was done"), choices=())
    says = area(_("How, with what, how long, how often"), 2000)
    victim = forms.ModelChoiceField(label=_("To whom"), queryset=IncidentVictim.objects.none(), required=False)
    perpetrator = forms.ModelChoiceField(
        label=_("By whom, as is said"), queryset=AllegedPerpetrator.objects.none(), required=False
    )

    def __init__(self, *args: Any, incident: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["sub"].choices = [("", ""), *choices()]  # type: ignore[attr-defined]
        self.fields["sub"].initial = incident.said.sub
        _labelled(self.fields["victim"], incident.victims.all(), "called")
        _labelled(self.fields["perpetrator"], incident.perpetrators.all(), "shown")


def _labelled(field: Any, rows: Any, name: str) -> None:
    field.queryset = rows
    field.label_from_instance = lambda one: str(getattr(one, name))


class ConsentForm(Form):
    """A yes or a no, for one purpose."""

    victim = forms.ModelChoiceField(label=_("Whose consent"), queryset=IncidentVictim.objects.none(), empty_label=None)
    purpose = of(_("To what"), Purpose.choices)
    receiver = line(_("If it is shared: with whom"), 200, help_text=_("Each receiver is asked about apart."))
    is_given = forms.ChoiceField(
        label=_("The answer"), choices=((YES, _("yes")), (NO, _("no"))), widget=forms.RadioSelect
    )
    way = of(_("How it was said"), Way.choices)
    words = area(_("In their words"), 600, rows=2, help_text=_("They may take it back at any time, also by phone."))

    def __init__(self, *args: Any, incident: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _labelled(self.fields["victim"], incident.victims.all(), "called")

    @property
    def said(self) -> dict[str, Any]:
        """As it is said."""
        said = self.cleaned_data
        return {**said, "victim": said["victim"].pk, "is_given": said["is_given"] == YES}


class MemberForm(Form):
    """A colleague for the team."""

    account = forms.ModelChoiceField(label=_("Who"), queryset=Account.objects.none())
    lead = forms.BooleanField(label=_("May let others in"), required=False)

    def __init__(self, *args: Any, colleagues: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        found = Account.objects.filter(pk__in=[one.pk for one in colleagues]).order_by("name")
        self.fields["account"].queryset = found  # type: ignore[attr-defined]
