"""The form that records what happened to somebody's custody."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rihai.kit.forms import Form
from rihai.people.forms.entry import PlaceChoice
from rihai.people.models import MovementKind
from rihai.places.kinds import HOLDING
from rihai.places.models import Place

BARRACK = "barrack"


class MoveForm(Form):
    """A movement in or out, or another barrack."""

    kind = forms.ChoiceField(label=_("What happened"))
    place = PlaceChoice(
        label=_("To which prison"),
        required=False,
        queryset=Place.objects.none(),
        help_text=_("For a transfer or an admission."),
    )
    unit = forms.CharField(label=_("Barrack or cell"), required=False, max_length=80)
    on = forms.DateField(label=_("On"))
    reason = forms.CharField(label=_("Why, or on whose order"), required=False, max_length=240)
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    def __init__(self, *args: Any, is_held: bool, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        known = [one for one in MovementKind if one != MovementKind.TAKEN_BACK]
        kinds = [one for one in known if (one == MovementKind.ADMISSION) != is_held]
        choice, place = self.fields["kind"], self.fields["place"]
        assert isinstance(choice, forms.ChoiceField)
        assert isinstance(place, forms.ModelChoiceField)
        choice.choices = [(one.value, one.label) for one in kinds] + (
            [(BARRACK, _("another barrack"))] if is_held else []
        )
        place.queryset = Place.objects.filter(kind__in=HOLDING, closed_on=None).order_by("name")

    def clean(self) -> dict[str, Any]:
        """A transfer names a prison, another barrack its name; nothing happened after today."""
        said = self.cleaned_data
        if said.get("kind") in {MovementKind.TRANSFER, MovementKind.ADMISSION} and not said.get("place"):
            self.add_error("place", _("This is needed. Write or choose it."))
        if said.get("kind") == BARRACK and not said.get("unit"):
            self.add_error("unit", _("This is needed. Write or choose it."))
        if said.get("on") and said["on"] > self.today:
            self.add_error("on", _("That day has not come yet."))
        return said
