"""What a list of findings is narrowed by."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rihai.errors import FileUnreadable, Refused, Unreadable
from rihai.kit.files.kinds import kind_of
from rihai.kit.files.upload import FileField
from rihai.kit.forms import Form
from rihai.people.forms.entry import PlaceChoice
from rihai.people.models import Sex
from rihai.places.models import Place
from rihai.screening.answers import Read, read_answers
from rihai.screening.queries.lists import Asked

KINDS = (("release", _("what opens the gate")), ("help", _("what helps on the way")))


class AnswersForm(Form):
    """A sheet that came back, and the day on which it was filled in."""

    sheet = FileField(
        label=_("The sheet as it came back"),
        help_text=_("The workbook that asked the prison, .xlsx, .xls, .ods or .csv."),
    )
    true_on = forms.DateField(label=_("Filled in on"), help_text=_("The day on which the prison wrote it."))

    def __init__(self, *args: Any, **kw: Any) -> None:
        super().__init__(*args, **kw)
        self.read: Read | None = None
        self.content = b""

    def clean(self) -> dict[str, Any]:
        """Read the sheet; what cannot be read at all is said beside the field."""
        said = self.cleaned_data
        given, day = said.get("sheet"), said.get("true_on")
        if given and day:
            self.content = given.read()
            try:
                kind_of(self.content, given.name)
                self.read = read_answers(self.content, given.name, day)
            except (FileUnreadable, Unreadable, Refused) as wrong:
                self.add_error("sheet", str(wrong))
        return said


class PlaceForm(Form):
    """A place alone."""

    at = PlaceChoice(label=_("Place"), required=False, queryset=Place.objects.none(), empty_label=_("where I work"))

    def __init__(self, *args: Any, places: Any, **kw: Any) -> None:
        super().__init__(*args, **kw)
        field = self.fields["at"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = places

    @property
    def place(self) -> int | None:
        """The place chosen; None for none, or what cannot be read."""
        said = self.cleaned_data if self.is_valid() else getattr(self, "cleaned_data", {})
        place = said.get("at")
        return place.pk if place else None


class NarrowForm(Form):
    """Place, provision, kind, court and sex; the tab stays."""

    place = PlaceChoice(label=_("Place"), required=False, queryset=Place.objects.none(), empty_label=_("where I work"))
    provision = forms.ChoiceField(label=_("Provision"), required=False)
    court = forms.ChoiceField(label=_("Court"), required=False)
    sex = forms.ChoiceField(label=_("Sex"), required=False, choices=[("", _("everybody")), *Sex.choices])
    kind = forms.ChoiceField(label=_("What it does"), required=False, choices=KINDS)

    def __init__(
        self, *args: Any, places: Any, provisions: Sequence[tuple[str, str]] = (), courts: Sequence[str] = (), **kw: Any
    ) -> None:
        super().__init__(*args, **kw)
        place, provision, court = self.fields["place"], self.fields["provision"], self.fields["court"]
        assert isinstance(place, forms.ModelChoiceField)
        assert isinstance(provision, forms.ChoiceField)
        assert isinstance(court, forms.ChoiceField)
        place.queryset = places
        provision.choices = [("", _("every provision")), *provisions]
        court.choices = [("", _("every court")), *((one, one) for one in courts)]

    def asked(self, tab: str, ranks: Mapping[str, int]) -> Asked:
        """The list; what cannot be read narrows nothing."""
        said = self.cleaned_data if self.is_valid() else getattr(self, "cleaned_data", {})
        place = said.get("place")
        return Asked(
            tab=tab,
            kind=said.get("kind") or "release",
            place=place.pk if place else None,
            rank=ranks.get(said.get("provision") or ""),
            court=said.get("court") or "",
            sex=said.get("sex") or "",
        )
