"""The forms that add, change and close a place."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rihai.kit.editing import Versioned
from rihai.kit.forms import Form
from rihai.places.kinds import Holds, Kind, PrisonType
from rihai.places.models import CourtSort, Place
from rihai.places.operations.place import WRITTEN
from rihai.places.queries import grouped_places

CHOOSE = ("", _("not known"))


class PlaceForm(Versioned, Form):
    """What is said of a place of one kind; `place` when it is there already, `within` the place to stand in."""

    name = forms.CharField(label=_("Name in English"), max_length=160)
    name_ur = forms.CharField(
        label=_("Name in Urdu"),
        max_length=160,
        required=False,
        help_text=_("As it is written there. Leave it empty if you have not seen it written."),
        widget=forms.TextInput(attrs={"lang": "ur", "dir": "auto"}),
    )
    aliases = forms.CharField(
        label=_("Other names"), max_length=400, required=False, help_text=_("Parted by semicolons.")
    )
    within = forms.TypedChoiceField(label=_("Stands in"), coerce=int)
    type = forms.ChoiceField(label=_("Type of prison"), choices=[CHOOSE, *PrisonType.choices], required=False)
    holds = forms.ChoiceField(label=_("Meant for"), choices=[CHOOSE, *Holds.choices], required=False)
    sort = forms.ChoiceField(label=_("Sort of court"), required=False)
    address = forms.CharField(label=_("Address"), max_length=240, required=False)
    phone = forms.CharField(label=_("Telephone"), max_length=40, required=False)
    note = forms.CharField(label=_("Note"), max_length=400, required=False)
    source = forms.CharField(
        label=_("Source"), max_length=300, required=False, help_text=_("Who says so: a list, a letter, your own visit.")
    )
    version = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=0)

    def __init__(self, *args: Any, kind: Kind, place: Place | None = None, within: Place | None = None, **kw: Any):
        stands_in = (place.within if place else None) or within
        kw.setdefault("initial", _initial(place, stands_in))
        super().__init__(*args, **kw)
        field = self.fields["within"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = grouped_places(kind, also=stands_in)
        for name in _unasked(kind):
            del self.fields[name]
        if "sort" in self.fields:
            self.fields["sort"] = forms.ChoiceField(label=_("Sort of court"), choices=_sorts, required=False)
        if place is None:
            del self.fields["version"]
            return
        if place.within_id is None:
            del self.fields["within"]
        self.watch(place.version)

    def values(self) -> dict[str, str]:
        """What was written, by the names of the operation."""
        return {name: self.cleaned_data[name] for name in WRITTEN}

    def details(self) -> dict[str, Any]:
        """What is particular to the kind, by the names of the operation."""
        said = self.cleaned_data
        return {"prison_type": said.get("type", ""), "holds": said.get("holds", ""), "sort": _sort(said.get("sort"))}


class CloseForm(Form):
    """The day on which a place was closed."""

    on = forms.DateField(label=_("Closed on"), help_text=_("The first day on which it was no longer used."))
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)


def _sorts() -> list[tuple[str, Any]]:
    return [CHOOSE, *CourtSort.objects.values_list("code", "name")]


def _sort(code: str | None) -> CourtSort | None:
    return CourtSort.objects.get(code=code) if code else None


def _unasked(kind: Kind) -> list[str]:
    prison = [] if kind == Kind.PRISON else ["type", "holds"]
    return prison + ([] if kind == Kind.COURT else ["sort"])


def _initial(place: Place | None, within: Place | None) -> dict[str, Any]:
    initial: dict[str, Any] = {"within": within.pk if within else None}
    if place:
        initial |= {name: getattr(place, name) for name in WRITTEN} | {"version": place.version}
        prison, court = getattr(place, "prison", None), getattr(place, "court", None)
        initial |= {"type": prison.type, "holds": prison.holds} if prison else {}
        initial |= {"sort": court.sort.code} if court and court.sort else {}
    return initial
