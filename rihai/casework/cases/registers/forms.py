"""The forms of registers: the file with what holds for all its rows, and what each heading stands for."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from rihai.casework.cases.forms.base import EMPTY, PlaceChoice
from rihai.casework.cases.programmes import Programme
from rihai.casework.cases.registers.headings import FIELDS
from rihai.kit.files.upload import FileField
from rihai.kit.forms import Form
from rihai.places.models import Place


class RegisterForm(Form):
    """One file, and the place and programme of rows that name none."""

    file = FileField(label=_("The register"), help_text=_("Excel (.xlsx, .xls), OpenDocument (.ods) or CSV."))
    place = PlaceChoice(label=_("Place, where a row names none"), queryset=Place.objects.none())
    programme = forms.ChoiceField(label=_("Programme, where a row names none"), required=False)

    def __init__(self, *args: Any, places: QuerySet[Place], programmes: list[Programme], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        place, programme = self.fields["place"], self.fields["programme"]
        assert isinstance(place, forms.ModelChoiceField), "declared above"
        assert isinstance(programme, forms.ChoiceField), "declared above"
        place.queryset = places
        programme.choices = [EMPTY, *((one.slug, one.shown) for one in programmes)]


class MappingForm(Form):
    """What each heading of the file stands for; a field a heading, named by its place, since headings are anybody's."""

    def __init__(self, *args: Any, mapping: dict[str, dict[str, Any]], **kwargs: Any) -> None:
        self.headings = list(mapping)
        super().__init__(*args, **kwargs)
        choices = [("", _("leave this column out")), *FIELDS.items()]
        for at, (text, guess) in enumerate(mapping.items()):
            unsure = guess["field"] and guess["sure"] < 1
            self.fields[f"column{at}"] = forms.ChoiceField(
                label=text[:80], choices=choices, required=False, initial=guess["field"],
                help_text=_("Guessed: please look.") if unsure else "",
            )  # fmt: skip

    def said(self) -> dict[str, str]:
        """The fields by heading."""
        return {text: self.cleaned_data[f"column{at}"] for at, text in enumerate(self.headings)}
