"""The forms of releases: recorded, corrected, in error, brought back; and of detention without ground."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rihai.kit.editing import Versioned
from rihai.kit.forms import Form
from rihai.legal.release.models import Authority, Ground, Release, ReleaseKind, ToWhom
from rihai.legal.release.operations import Said
from rihai.legal.release.operations.releasing import WRITTEN
from rihai.people.forms.entry import PlaceChoice
from rihai.places.kinds import HOLDING
from rihai.places.models import Place

NOT_CHOSEN = ("", "")
LONGEST = 1827
"""Days of the longest period that is measured: five years."""


class ReleaseForm(Form):
    """A release: by what, on whose order, when it came and when the gate opened, and to whom."""

    kind = forms.ChoiceField(label=_("Released by"), choices=[NOT_CHOSEN, *ReleaseKind.choices])
    authority = forms.ChoiceField(label=_("On the order of"), choices=[NOT_CHOSEN, *Authority.choices])
    court = forms.CharField(label=_("Which court or office"), max_length=160, required=False)
    order_number = forms.CharField(
        label=_("Number of the order"), max_length=80, required=False, widget=forms.TextInput(attrs={"dir": "ltr"})
    )
    ordered_on = forms.DateField(label=_("Day of the order"), required=False)
    arrived_on = forms.DateField(
        label=_("Day on which the order reached the prison"),
        required=False,
        help_text=_("From this day on, each day inside is a day too many."),
    )
    released_on = forms.DateField(label=_("Left on"))
    released_time = forms.TimeField(
        label=_("At what time"),
        required=False,
        widget=forms.TimeInput(attrs={"placeholder": "14:30", "dir": "ltr"}),
        error_messages={"invalid": _("This is not a time. Write it like 14:30.")},
    )
    to_whom = forms.ChoiceField(label=_("Who was at the gate"), required=False, choices=[NOT_CHOSEN, *ToWhom.choices])
    note = forms.CharField(
        label=_("Note"), max_length=400, required=False, widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Seen by everybody who sees this person; nothing of health and nothing said in confidence."),
    )  # fmt: skip
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    def __init__(self, *args: Any, today: date, left_on: date | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today, self.left_on = today, left_on
        if left_on is not None:
            del self.fields["released_on"]

    def clean(self) -> dict[str, Any]:
        """Nothing happened after today; an order is written, comes, and then the gate opens."""
        said = self.cleaned_data
        last = said.get("released_on") or self.left_on or self.today
        for name in ("ordered_on", "arrived_on", "released_on"):
            if said.get(name) and said[name] > self.today:
                self.add_error(name, _("That day has not come yet."))
        if said.get("arrived_on") and said["arrived_on"] > last:
            self.add_error("arrived_on", _("The person had left by then. Check the two days."))
        if said.get("ordered_on") and said["ordered_on"] > (said.get("arrived_on") or last):
            self.add_error("ordered_on", _("The order would be younger than its coming. Check the two days."))
        return said

    @property
    def said(self) -> Said:
        """The release as it is said; the day of leaving stays where it is known already."""
        given: dict[str, Any] = {name: self.cleaned_data.get(name) for name in WRITTEN}
        return Said(**{**given, "released_on": given["released_on"] or self.left_on or self.today})


class CorrectForm(Versioned, ReleaseForm):
    """A release corrected, with the reason; two who correct it are shown the difference."""

    why = forms.CharField(label=_("Why it is corrected"), max_length=400, widget=forms.Textarea(attrs={"rows": 2}))

    def __init__(self, *args: Any, release: Release, **kwargs: Any) -> None:
        now = {name: getattr(release, name) for name in WRITTEN if name != "released_on"}
        super().__init__(*args, initial={**now, "version": release.version}, left_on=release.released_on, **kwargs)
        self.watch(release.version)


class WhyForm(Form):
    """A reason, for taking something back."""

    why = forms.CharField(label=_("Why"), max_length=400, widget=forms.Textarea(attrs={"rows": 2}))
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0, required=False)


class ErrorForm(WhyForm):
    """When it was found that the person should not have been let go."""

    found_on = forms.DateField(label=_("Found on"))
    field_order = ("found_on", "why")


class RecallForm(Form):
    """Where and since when somebody released in error is held again."""

    place = PlaceChoice(label=_("Where held now"), queryset=Place.objects.none())
    on = forms.DateField(label=_("Brought back on"))
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    def __init__(self, *args: Any, places: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["place"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = places


class UnlawfulForm(Form):
    """Since when, and on which ground, somebody says that a person is or was held without right."""

    ground = forms.ChoiceField(label=_("Held without ground"), choices=[NOT_CHOSEN, *Ground.choices])
    from_on = forms.DateField(label=_("Since"))
    why = forms.CharField(
        label=_("What it stands on"), max_length=400, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("The order and its number, or the paper with the date of release. No account of anybody."),
    )  # fmt: skip
    about = forms.CharField(widget=forms.HiddenInput, required=False, max_length=320)


class NarrowForm(Form):
    """What the list of releases is narrowed by."""

    place = PlaceChoice(label=_("Place"), required=False, queryset=Place.objects.none(), empty_label=_("where I work"))
    kind = forms.ChoiceField(
        label=_("Released by"), required=False, choices=[("", _("anything")), *ReleaseKind.choices]
    )
    first = forms.DateField(label=_("From"), required=False)
    last = forms.DateField(label=_("Until"), required=False)
    wrong = forms.BooleanField(label=_("In error alone"), required=False)

    def __init__(self, *args: Any, places: Any = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["place"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = Place.objects.filter(kind__in=HOLDING).order_by("name") if places is None else places


class PeriodForm(Form):
    """From which day to which; what cannot be read is the last quarter of a year."""

    first = forms.DateField(label=_("From"), required=False)
    last = forms.DateField(label=_("Until"), required=False)

    def period(self, today: date) -> tuple[date, date]:
        """The two days, both included, never the other way about and never longer than five years."""
        said = self.cleaned_data if self.is_bound and self.is_valid() else {}
        last = min(said.get("last") or today, today)
        first = said.get("first") or last - timedelta(days=91)
        return (max(first, last - timedelta(days=LONGEST)), last) if first <= last else (last, last)
