"""The forms of the rooms: every field is given its limits and its sentences when the form is made."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import (
    MaxLengthValidator,
    MaxValueValidator,
    MinValueValidator,
    ProhibitNullCharactersValidator,
)
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from rihai.kit.forms.typed import has_control, has_turning_marks

# The stubs know forms by their model; Django's own class takes no such argument.
if TYPE_CHECKING:
    OfOneModel = forms.ModelForm[Any]
else:
    OfOneModel = forms.ModelForm

LINE, TEXT = 200, 10_000
"""Letters of a line and of a longer text, where the field says nothing."""
LARGEST = 2_147_483_647
"""The largest whole number of an ordinary column (PostgreSQL integer), where the field says nothing."""
DAY_FORMATS = ["%Y-%m-%d"]
SENTENCES: dict[type[forms.Field], dict[str, Any]] = {
    forms.DateField: {"invalid": _("This is not a day. Write it day first, for example 25/11/2026.")},
    forms.IntegerField: {"invalid": _("Write a whole number in figures, for example 12.")},
    forms.DecimalField: {"invalid": _("Write a number in figures, for example 12.5.")},
    forms.FloatField: {"invalid": _("Write a number in figures, for example 12.5.")},
    forms.EmailField: {"invalid": _("This is not an e-mail address. It looks like name@example.org.")},
    forms.ChoiceField: {"invalid_choice": _("Choose one of the list.")},
    forms.ModelChoiceField: {"invalid_choice": _("Choose one of the list.")},
    forms.UUIDField: {"invalid": _("This is not one of our numbers. Copy it whole.")},
    forms.URLField: {"invalid": _("This is not a web address. It begins with https://.")},
}


def refuse_hidden_signs(text: str) -> None:
    """Raises ValidationError for null bytes, control characters and marks that turn the direction of writing."""
    if has_control(text):
        raise ValidationError(
            _("The text holds signs that cannot be seen or printed (�). Take them out."), code="control"
        )
    if has_turning_marks(text):
        raise ValidationError(
            _("The text holds hidden marks that turn the direction of writing (�). Write it again by hand."),
            code="turning_marks",
        )


class TooLong(MaxLengthValidator):
    """Says how many letters there may be, and how many there are."""

    message = ngettext_lazy(
        "Write at most %(limit_value)d letter; this has %(show_value)d.",
        "Write at most %(limit_value)d letters; this has %(show_value)d.",
        "limit_value",
    )


class Careful:
    """What Form and ModelForm have in common: care taken of each field when the form is made."""

    fields: dict[str, forms.Field]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            take_care(field)


class Form(Careful, forms.Form):
    """A form that is not about one record of ours."""


class ModelForm(Careful, OfOneModel):
    """A form about one record."""


def take_care(field: forms.Field) -> None:
    """Give a field its limits, its sentences and a control that takes what people type."""
    field.error_messages["required"] = _("This is needed. Write or choose it.")
    for kind, sentences in SENTENCES.items():
        if isinstance(field, kind):
            field.error_messages.update(sentences)
    if isinstance(field, forms.CharField) and not isinstance(field, forms.UUIDField):  # whose value is no text
        _limit_text(field)
    elif isinstance(field, forms.IntegerField | forms.DecimalField | forms.FloatField):
        _limit_number(field)
    elif isinstance(field, forms.DateField):
        field.input_formats = DAY_FORMATS
        field.widget = forms.DateInput(format="%d/%m/%Y", attrs={"dir": "ltr", "class": "day", **field.widget.attrs})


def _limit_text(field: forms.CharField) -> None:
    limit = field.max_length or (TEXT if isinstance(field.widget, forms.Textarea) else LINE)
    ours_instead = (MaxLengthValidator, ProhibitNullCharactersValidator)
    field.validators = [known for known in field.validators if not isinstance(known, ours_instead)]
    field.validators += [refuse_hidden_signs, TooLong(limit)]


def _limit_number(field: Any) -> None:
    """Bounds where there are none: SQLite falls over whole numbers from 2**63, PostgreSQL's integer from 2**31."""
    is_fraction = not isinstance(field, forms.IntegerField) or isinstance(field, forms.FloatField)
    top = Decimal(10) ** 15 if is_fraction else LARGEST
    high = top if field.max_value is None else min(field.max_value, top)
    low = -top if field.min_value is None else max(field.min_value, -top)
    ours_instead = (MaxValueValidator, MinValueValidator)
    field.validators = [known for known in field.validators if type(known) not in ours_instead]
    field.validators.append(MaxValueValidator(high, _("Write a number up to %(limit_value)s.")))
    field.validators.append(MinValueValidator(low, _("Write a number from %(limit_value)s on.")))
    if isinstance(field.widget, forms.NumberInput):
        attributes = {"inputmode": "decimal" if is_fraction else "numeric", "dir": "ltr", "class": "figure"}
        field.widget = forms.TextInput(attrs={**attributes, **field.widget.attrs})
