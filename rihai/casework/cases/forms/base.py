"""What the forms of cases have in common: a record as it stands, and days that must have come."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from rihai.kit.editing import Versioned
from rihai.kit.forms import Form
from rihai.places.models import Place

EMPTY = ("", "---------")


class Entry(Versioned, Form):
    """A form about a record of a case, or a new one; `past` names the days that cannot lie ahead."""

    past: ClassVar[tuple[str, ...]] = ()

    def __init__(self, *args: Any, today: date, record: Any = None, initial: Any = None, **kwargs: Any) -> None:
        standing = {name: getattr(record, name) for name in self.base_fields if hasattr(record, name)} if record else {}
        super().__init__(*args, initial={**standing, **(initial or {})}, **kwargs)
        self.today = today
        if record is not None:
            self.watch(record.version)

    def clean(self) -> dict[str, Any]:
        """What is said to have happened has happened."""
        said = super().clean() or self.cleaned_data
        for name in self.past:
            if said.get(name) and said[name] > self.today:
                self.add_error(name, _("This day has not come yet."))
        return said

    def choose(self, name: str, choices: Iterable[tuple[str, Any]]) -> None:
        """Give a field of choices those that fit this page."""
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField), "declared as one"
        field.choices = list(choices)


class PlaceChoice(forms.ModelChoiceField[Place]):
    """A place, by the name a reader of this language knows."""

    def label_from_instance(self, obj: Any) -> str:
        return str(obj.shown)


def reason(label: Any, *, help_text: Any = "", needed: bool = True, length: int = 300) -> forms.CharField:
    """A sentence or two."""
    return forms.CharField(
        label=label, max_length=length, required=needed, help_text=help_text, widget=forms.Textarea(attrs={"rows": 3})
    )
