"""One interview sheet on one compact form: everything is typed as the sheet has it, and read as a census is read."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from rihai.facts import Problem
from rihai.kit.forms import Form
from rihai.people.typed import Typed, read_typed
from rihai.places.kinds import Kind
from rihai.places.models import Place
from rihai.words import say

FIELDS = (
    "full_name", "father_or_husband_name", "sex", "age", "cnic", "prison_id", "home_district", "alias",
    "admission_date", "fir_number", "police_station", "sections", "arrest_date", "status", "counsel", "next_hearing",
    "health", "children_in_prison", "remarks",
)  # fmt: skip
"""The fields typed, by the names of census fields, in the order of a sheet."""


class PlaceChoice(forms.ModelChoiceField[Place]):
    """A place, by the name a reader of this language knows."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"empty_label": _("Choose a place"), **kwargs})

    def label_from_instance(self, obj: Any) -> str:
        return place_text(obj)


def place_text(place: Place) -> str:
    """The name of a place; of a barrack, after that of its prison, since every prison has a Barrack 1."""
    if place.kind == Kind.PRISON_UNIT and Place._meta.get_field("within").is_cached(place) and place.within:
        return f"{place.within.shown}: {place.shown}"
    return place.shown


def typed(label: Any, help_text: Any = "", *, needed: bool = False, length: int = 120, **attributes: str) -> Any:
    """A line to type in, whatever the sheet says."""
    widget = forms.TextInput(attrs={"autocomplete": "off", **attributes})
    return forms.CharField(label=label, help_text=help_text, required=needed, max_length=length, widget=widget)


class EntryForm(Form):
    """A person as an interview sheet has them. Place and day stay for the next sheet."""

    place = PlaceChoice(label=_("Where held"), queryset=Place.objects.none())
    true_on = forms.DateField(label=_("Day of the interview"))
    full_name = typed(_("Name"), needed=True, length=200)
    father_or_husband_name = typed(_("Father or husband"), _("As the sheet has it: d/o Karim, w/o Nazir."), length=200)
    sex = typed(_("Sex"), _("f, m or t; or in words."), length=30)
    age = typed(_("Age or day of birth"), _("34, about 30, or 3/5/1992."), length=40)
    cnic = typed(_("Identity card"), _("13 digits."), length=40, inputmode="numeric", dir="ltr")
    prison_id = typed(_("Prison number"), length=60, dir="ltr")
    home_district = typed(_("Home district"))
    alias = typed(_("Also called"), _("Another name, or the same in another script."), length=200)
    admission_date = typed(_("Admitted on"), _("12/3/2026"), length=40, dir="ltr")
    fir_number = typed(_("FIR"), _("51/26"), length=60, dir="ltr")
    police_station = typed(_("Police station"))
    sections = typed(_("Sections"), _("381-A/34 PPC"), length=300, dir="ltr")
    arrest_date = typed(_("Arrested on"), length=40, dir="ltr")
    status = typed(_("Status"), _("under trial, convict …"), length=60)
    counsel = typed(_("Lawyer"), _("own, state, legal aid, none"), length=80)
    next_hearing = typed(_("Next in court on"), length=40, dir="ltr")
    health = typed(_("Health"), _("Kept in the health class; you may not be shown it again."), length=300)
    children_in_prison = typed(
        _("Children living inside"), _("2, or with their ages: 2 (3 years, 8 months)."), length=60
    )
    remarks = typed(_("Remarks"), length=1000)

    def __init__(self, *args: Any, places: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.read: Typed | None = None
        field = self.fields["place"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = places
        if not self.is_bound:
            self.fields["full_name" if self.initial.get("place") else "place"].widget.attrs["autofocus"] = True

    def clean(self) -> dict[str, Any]:
        """Read what was typed; what cannot be read is said beside its field."""
        said = self.cleaned_data
        day = said.get("true_on")
        if day is None:
            return said
        self.read = read_typed(_by_field(said), day)
        for field, one in self.read.refusals:
            self.add_error(field_of(field) if field_of(field) in self.fields else None, problem_text(one))
        return said

    @property
    def admitted_on(self) -> date | None:
        """The day of admission, where it was read to the day."""
        from rihai.people.projection.rows import exact

        return exact(self.read.record.get("admitted_on")) if self.read else None


def _by_field(said: Mapping[str, Any]) -> dict[str, str]:
    """The texts by census field; a day under *age* is the day of birth."""
    values = {name: str(said.get(name) or "") for name in FIELDS}
    age = values["age"]
    if sum(letter in "/-." for letter in age) > 1 or len([one for one in age.split() if one.isdigit()]) > 1:
        values["date_of_birth"] = values.pop("age")
    return values


def field_of(census_field: str) -> str:
    """The field of the form a census field was typed in."""
    return "age" if census_field == "date_of_birth" else census_field


def problem_text(problem: Problem) -> str:
    """What is wrong and how to mend it, in the reader's language."""
    language = get_language() or "en"
    return f"{say(problem.message, language)} {say(problem.mend, language)}"
