"""What is written on the calendar: how often, that a prison was asked, that it refused."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rihai.kit.editing import EditForm, Versioned
from rihai.kit.forms import Form
from rihai.people.forms.entry import PlaceChoice
from rihai.people.intake.calendar.models import CensusRhythm, ExpectedCensus, How
from rihai.places.models import Place


class RhythmForm(EditForm):
    """How often, and by which day of the month."""

    class Meta:
        model = CensusRhythm
        fields = ("every", "day")


class AskedForm(Versioned, Form):
    """That a prison was asked: when, by which way, whom."""

    asked_on = forms.DateField(label=_("Asked on"))
    asked_how = forms.ChoiceField(label=_("How"), choices=How.choices)
    asked_whom = forms.CharField(
        label=_("Whom"), required=False, max_length=120, help_text=_("The post is enough: superintendent, clerk.")
    )

    def __init__(self, *args: Any, one: ExpectedCensus, today: Any, **kwargs: Any) -> None:
        said = {"asked_on": one.asked_on or today, "asked_how": one.asked_how, "asked_whom": one.asked_whom}
        super().__init__(*args, initial=said, **kwargs)
        self.watch(one.version)


class RefusedForm(Versioned, Form):
    """That a prison refused: when, who said so, with which reason."""

    refused_on = forms.DateField(label=_("Refused on"))
    refused_by = forms.CharField(
        label=_("By whom"), max_length=120, help_text=_("The post, and the office if another.")
    )
    refusal = forms.CharField(
        label=_("Reason given"), max_length=500, required=False, widget=forms.Textarea(attrs={"rows": 3})
    )

    def __init__(self, *args: Any, one: ExpectedCensus, today: Any, **kwargs: Any) -> None:
        said = {"refused_on": one.refused_on or today, "refused_by": one.refused_by, "refusal": one.refusal}
        super().__init__(*args, initial=said, **kwargs)
        self.watch(one.version)


class WithinForm(Form):
    """A province to narrow the calendar to."""

    at = PlaceChoice(label=_("Province"), required=False, queryset=Place.objects.none(), empty_label=_("where I work"))

    def __init__(self, *args: Any, places: list[Place], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["at"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = Place.objects.filter(pk__in=[one.pk for one in places]).order_by("name")

    @property
    def place(self) -> int | None:
        """The province chosen; None for none, or what cannot be read."""
        chosen = self.cleaned_data.get("at") if self.is_valid() else None
        return chosen.pk if chosen else None
