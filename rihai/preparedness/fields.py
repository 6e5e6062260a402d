"""What the forms of the room have in common: a record as it stands, and fields as they are written here."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from rihai.kit.editing import Versioned
from rihai.kit.forms import Form

NOT_CHOSEN = ("", "")
YEARS = range(1990, 2101)
"""Years that people mean when they write a day."""


def of_our_time(value: date | datetime) -> None:
    """Raises ValidationError for a day, or a moment, of no year that anybody means."""
    if value.year not in YEARS:
        raise ValidationError(_("Write a year between 1990 and 2100."), code="year")


class Entry(Versioned, Form):
    """A form about a record, or a new one."""

    def __init__(self, *args: Any, record: Any = None, initial: Any = None, **kwargs: Any) -> None:
        stands = {name: getattr(record, name) for name in self.base_fields if hasattr(record, name)} if record else {}
        super().__init__(*args, initial={**stands, **(initial or {})}, **kwargs)
        if record is not None and hasattr(record, "version"):
            self.watch(record.version)


def area(label: Any, length: int, *, required: bool = False, rows: int = 3, help_text: Any = "") -> forms.CharField:
    """A few lines of text."""
    widget = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, max_length=length, required=required, widget=widget, help_text=help_text)


def line(label: Any, length: int, *, required: bool = False, help_text: Any = "") -> forms.CharField:
    """One line of text."""
    return forms.CharField(label=label, max_length=length, required=required, help_text=help_text)


def of(label: Any, choices: Any, *, required: bool = True, help_text: Any = "") -> forms.ChoiceField:
    """One of some codes."""
    return forms.ChoiceField(label=label, choices=[NOT_CHOSEN, *choices], required=required, help_text=help_text)


def number(label: Any, *, required: bool = True, least: int = 0, most: int = 10_000_000, help_text: Any = "") -> Any:
    """A whole number."""
    return forms.IntegerField(
        label=label, required=required, min_value=least, max_value=most, help_text=help_text,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "dir": "ltr", "autocomplete": "off"}),
    )  # fmt: skip


def day(label: Any, *, required: bool = True, help_text: Any = "") -> forms.DateField:
    """A day of our time."""
    return forms.DateField(label=label, required=required, help_text=help_text, validators=[of_our_time])


def moment(label: Any, *, required: bool = False, help_text: Any = "") -> forms.DateTimeField:
    """A day and a time of it, as the browser asks for both."""
    widget = forms.DateTimeInput(format="%Y-%m-%dT%H:%M", attrs={"type": "datetime-local", "dir": "ltr"})
    return forms.DateTimeField(
        label=label, required=required, widget=widget, help_text=help_text, validators=[of_our_time],
        input_formats=["%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M", "%d/%m/%Y %H:%M"],
    )  # fmt: skip
