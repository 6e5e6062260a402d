"""To whom a request goes, and what is asked of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rihai.accounts.models import Account
from rihai.helpline.requests.forms.sheet import PlaceChoice
from rihai.helpline.requests.models import HelpRequest
from rihai.kit.forms import Form
from rihai.legal.matters.models import Kind, LegalGround, Stage
from rihai.monitoring.incidents.classes import choices
from rihai.places.kinds import HOLDING
from rihai.places.models import Place


class HandForm(Form):
    """What is asked of those who go on; the caller and their number are not handed on."""

    asked = forms.CharField(
        label=_("What is asked of them, in your words"), max_length=1000, widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Without who called and their number: those stay with the line."),
    )  # fmt: skip

    def __init__(self, *args: Any, one: HelpRequest, leads: Sequence[Account], **kwargs: Any) -> None:
        super().__init__(*args, initial={"asked": one.said.what[:1000], "place": one.place_id}, **kwargs)
        to = self.fields.get("to")
        if isinstance(to, forms.ChoiceField):
            to.choices = [("", "---------"), *((str(lead.pk), lead.name) for lead in leads)]


class MatterHandForm(HandForm):
    """To a lawyer."""

    to = forms.ChoiceField(label=_("Lawyer who leads it"))
    kind = forms.ChoiceField(label=_("What is done"), choices=[one for one in Kind.choices if one[0] != "strategic"])
    stage = forms.ChoiceField(label=_("Stage"), choices=Stage.choices)
    ground = forms.ChoiceField(label=_("Ground"), choices=LegalGround.choices, initial=LegalGround.OTHER)
    field_order = ("to", "asked")


class IncidentHandForm(HandForm):
    """To a monitor."""

    to = forms.ChoiceField(label=_("Who keeps it"))
    sub = forms.ChoiceField(label=_("What is said to have happened"), choices=choices)
    place = PlaceChoice(
        label=_("Where"), queryset=Place.objects.filter(kind__in=HOLDING, closed_on=None).order_by("name", "pk")
    )
    field_order = ("to", "sub", "place", "asked")
