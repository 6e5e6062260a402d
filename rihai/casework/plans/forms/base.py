"""What the forms of plans have in common: a record as it stands, and days that must have been."""

from __future__ import annotations

from datetime import date
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from rihai.kit.editing import Versioned
from rihai.kit.forms import Form

EMPTY = ("", "---------")


class Entry(Versioned, Form):
    """A form about a row of a plan, or a new one; `past` names days that cannot lie ahead, `ahead` those that must."""

    past: ClassVar[tuple[str, ...]] = ()
    ahead: ClassVar[tuple[str, ...]] = ()

    def __init__(self, *args: Any, today: date, record: Any = None, initial: Any = None, **kwargs: Any) -> None:
        super().__init__(*args, initial={**self._standing(record), **(initial or {})}, **kwargs)
        self.today = today
        self.record = record

    def clean(self) -> dict[str, Any]:
        """What is said to have happened has happened, and what is planned lies ahead."""
        said = super().clean() or self.cleaned_data
        for name in self.past:
            if said.get(name) and said[name] > self.today:
                self.add_error(name, _("This day has not come yet."))
        for name in self.ahead:
            was = getattr(self.record, name, None)
            if said.get(name) and said[name] < self.today and said[name] != was:
                self.add_error(name, _("This day is past."))
        return said

    @classmethod
    def _standing(cls, record: Any) -> dict[str, Any]:
        if record is None:
            return {}
        return {name: getattr(record, name) for name in cls.base_fields if hasattr(record, name)}


class Once(Form):
    """A form of an act that is done once: it carries the version the page was made from."""

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    past: ClassVar[tuple[str, ...]] = ()

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today

    def clean(self) -> dict[str, Any]:
        """What is said to have happened has happened."""
        said = super().clean() or self.cleaned_data
        for name in self.past:
            if said.get(name) and said[name] > self.today:
                self.add_error(name, _("This day has not come yet."))
        return said


def text(
    label: Any, *, most: int = 2000, rows: int = 3, required: bool = False, help_text: Any = ""
) -> forms.CharField:
    """A few lines in somebody's words."""
    box = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, required=required, max_length=most, widget=box, help_text=help_text)
