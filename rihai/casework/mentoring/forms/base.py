"""What the forms of mentoring have in common: a record as it stands, days that must have been, lists of codes."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from rihai.kit.editing import Versioned
from rihai.kit.forms import Form
from rihai.people.forms.entry import PlaceChoice
from rihai.places.kinds import Kind
from rihai.places.models import Place

NOT_CHOSEN = ("", "---------")


class Entry(Versioned, Form):
    """A form about a record, or a new one; `past` names the days that cannot lie ahead."""

    past: ClassVar[tuple[str, ...]] = ()

    def __init__(self, *args: Any, today: date, record: Any = None, initial: Any = None, **kwargs: Any) -> None:
        standing = {name: getattr(record, name) for name in self.base_fields if hasattr(record, name)}
        super().__init__(*args, initial={**(initial or {}), **standing}, **kwargs)
        self.today = today
        if record is not None and hasattr(record, "version"):
            self.watch(record.version)

    def clean(self) -> dict[str, Any]:
        """What is said to have happened has happened."""
        said = super().clean() or self.cleaned_data
        for name in self.past:
            if said.get(name) and said[name] > self.today:
                self.add_error(name, _("This day has not come yet."))
        return said


def several(label: Any, codes: Iterable[tuple[str, Any]], help_text: Any = "") -> forms.MultipleChoiceField:
    """Codes of which several can be ticked, or none."""
    return forms.MultipleChoiceField(
        label=label, choices=list(codes), widget=forms.CheckboxSelectMultiple, required=False, help_text=help_text
    )


def one_of(label: Any, codes: Iterable[tuple[str, Any]], *, required: bool = True) -> forms.ChoiceField:
    """One code, all of them to be seen at once: a finger finds them on a phone."""
    return forms.ChoiceField(label=label, choices=list(codes), widget=forms.RadioSelect, required=required)


def words(label: Any, length: int = 400, *, required: bool = False, help_text: Any = "") -> forms.CharField:
    """A few words."""
    return forms.CharField(
        label=label, max_length=length, required=required, help_text=help_text,
        widget=forms.Textarea(attrs={"rows": 2}),
    )  # fmt: skip


def districts(label: Any) -> PlaceChoice:
    """A district, or none."""
    found = Place.objects.filter(kind=Kind.DISTRICT, closed_on=None).order_by("name")
    return PlaceChoice(label=label, queryset=found, required=False)


def minutes(label: Any, *, required: bool = True) -> forms.IntegerField:
    """Minutes of one day."""
    return forms.IntegerField(label=label, min_value=0, max_value=1440, required=required)
