"""What the forms of the room have in common: a record as it stands, and fields as they are written here."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from rihai.kit.editing import Versioned
from rihai.kit.forms import Form

NOT_CHOSEN = ("", "")
YEARS = range(1950, 2101)


def of_our_time(value: date) -> None:
    """Raises ValidationError for a day of no year that anybody means."""
    if value.year not in YEARS:
        raise ValidationError(_("Write a year between 1950 and 2100."), code="year")


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


def some(label: Any, choices: Any, *, required: bool = True, help_text: Any = "") -> forms.MultipleChoiceField:
    """Several of some codes, as boxes."""
    return forms.MultipleChoiceField(
        label=label, choices=choices, required=required, help_text=help_text, widget=forms.CheckboxSelectMultiple
    )


def number(label: Any, least: int, most: int, *, required: bool = True, help_text: Any = "") -> forms.IntegerField:
    """A whole number within bounds."""
    return forms.IntegerField(label=label, min_value=least, max_value=most, required=required, help_text=help_text)


def day(label: Any, *, required: bool = True, help_text: Any = "") -> forms.DateField:
    """A day of our time."""
    return forms.DateField(label=label, required=required, help_text=help_text, validators=[of_our_time])


def row(label: Any, queryset: Any, *, required: bool = True, empty: Any = None, help_text: Any = "") -> Any:
    """One record of those the reader may choose; `empty` is what no choice means."""
    return forms.ModelChoiceField(
        label=label, queryset=queryset, required=required, empty_label=empty or "", help_text=help_text
    )


def among(form: forms.BaseForm, name: str, rows: Any) -> None:
    """Let a field choose among these records."""
    field = form.fields[name]
    assert isinstance(field, forms.ModelChoiceField | forms.ModelMultipleChoiceField)
    field.queryset = rows
