"""What the forms of this part have in common: a record as it stands, and days that must have been, or be to come."""

from __future__ import annotations

from datetime import date
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from rihai.kit.editing import Versioned
from rihai.kit.forms import Form

NOT_CHOSEN = ("", "")
TRI = (NOT_CHOSEN, ("yes", _("yes")), ("no", _("no")))


class Entry(Versioned, Form):
    """A form about a record, or a new one; `past` names the days that cannot lie ahead."""

    past: ClassVar[tuple[str, ...]] = ()

    def __init__(self, *args: Any, today: date, record: Any = None, initial: Any = None, **kwargs: Any) -> None:
        start = {**self.standing(record), **(initial or {})}
        super().__init__(*args, initial=start, **kwargs)
        self.today = today
        if record is not None:
            self.watch(record.version)

    def clean(self) -> dict[str, Any]:
        """What is said to have happened has happened."""
        said = super().clean() or self.cleaned_data
        for name in self.past:
            if said.get(name) and said[name] > self.today:
                self.add_error(name, _("That day has not come yet."))
        return said

    @classmethod
    def standing(cls, record: Any) -> dict[str, Any]:
        """The record's values by the names of the fields; a yes or no as the choice has it."""
        if record is None:
            return {}
        values = {name: getattr(record, name) for name in cls.base_fields if hasattr(record, name)}
        return {name: {True: "yes", False: "no"}[one] if isinstance(one, bool) else one for name, one in values.items()}


def tri(text: str) -> bool | None:
    """Yes, no, or that nobody knows."""
    return {"yes": True, "no": False}.get(text)


def area(label: Any, length: int, *, required: bool = False, rows: int = 2, help_text: Any = "") -> forms.CharField:
    """A few lines of text."""
    widget = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, max_length=length, required=required, widget=widget, help_text=help_text)


def line(label: Any, length: int, *, required: bool = False, help_text: Any = "") -> forms.CharField:
    """One line of text."""
    return forms.CharField(label=label, max_length=length, required=required, help_text=help_text)


def of(
    label: Any, choices: Any, *, required: bool = True, empty: bool = True, help_text: Any = ""
) -> forms.ChoiceField:
    """One of some codes."""
    given = [NOT_CHOSEN, *choices] if empty else list(choices)
    return forms.ChoiceField(label=label, choices=given, required=required, help_text=help_text)


def radio(label: Any, choices: Any) -> forms.ChoiceField:
    """One of some codes, all of them seen at once and large enough for a thumb."""
    return forms.ChoiceField(label=label, choices=list(choices), widget=forms.RadioSelect)
