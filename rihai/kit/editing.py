"""Two people and one record: the second is shown the difference, and nothing is overwritten.

A record carries `version`. A form that edits it derives from `EditForm` (or from `Versioned`, where it is not of one
model) and posts the version it was opened on, with the values that stood there then. Where somebody else has changed a
value since, the form does not pass: it shows before, theirs and yours field by field, and its reader takes theirs or
puts theirs aside. The operation ends in `save_if_unchanged`, which holds even when two save in the same moment.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.forms import BoundField
from django.http import QueryDict
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from rihai.errors import Refused
from rihai.kit.forms import ModelForm
from rihai.kit.forms.typed import read_day

VERSION = "version"
MINE, THEIRS = "mine", "theirs"


class Changed(Refused):
    """Somebody changed the record after it was opened. Nothing was written."""


def save_if_unchanged(record: models.Model, *, version: int, fields: Sequence[str]) -> None:
    """Write the named fields of a record whose version is still the one read; the version goes up by one.

    Raises Changed, and writes nothing, when it is not: another act came first.
    """
    with transaction.atomic():
        rows = type(record)._default_manager.filter(pk=record.pk, version=version)
        if not rows.update(version=version + 1):
            raise Changed(gettext("Somebody changed this while you wrote. Nothing of yours was saved yet."))
        record.version = version + 1  # type: ignore[attr-defined]
        record.save(update_fields=[*fields])


@dataclass(frozen=True, slots=True)
class Difference:
    """A field that somebody else changed meanwhile: three values in words; `choice` names its radio buttons."""

    name: str
    label: Any
    before: str
    theirs: str
    yours: str
    choice: str
    is_yours_too: bool  # whether the reader changed it as well


class Versioned(forms.BaseForm):
    """What a form of a versioned record adds. `record_version` is the version as this request has read it.

    `initial` must hold what stands in the record now, also when the form is posted. A form that declares a field
    `version` of its own finds the same number in `cleaned_data["version"]`.
    """

    record_version: int = 0
    _hands_on: bool = False
    differences: tuple[Difference, ...] = ()

    def watch(self, version: int) -> None:
        """Begin to compare: called when the form is made, with the version as read."""
        self.record_version = version
        self._hands_on = self.fields.pop(VERSION, None) is not None
        for name, field in self.fields.items():
            field.show_hidden_initial = not isinstance(field, forms.FileField) and not field.widget.is_hidden
            if self.is_bound and self.data.get(self._choice(name)) == THEIRS:
                self._take_theirs(name)

    def full_clean(self) -> None:
        """Judge the fields, then whether somebody else has changed any of them."""
        super().full_clean()
        if not self.is_bound or not self.record_version:
            return
        self.differences = tuple(self._difference(self[name]) for name in self.fields if self._is_open(self[name]))
        if self.differences:
            self.add_error(None, _("Somebody changed this while you wrote. Choose below; nothing is saved yet."))
        elif self._hands_on:
            self.cleaned_data[VERSION] = self.record_version

    def _is_open(self, field: BoundField) -> bool:
        """Whether they changed a field to something else than is typed here, and nobody has chosen yet."""
        if not field.field.show_hidden_initial or field.field.disabled:
            return False
        theirs, before = field.initial, self._before(field)
        if _plain(before) == _plain(theirs) or self._is_typed(field, theirs):
            return False
        return not (self._is_current and self.data.get(self._choice(field.name)) == MINE)

    def _difference(self, field: BoundField) -> Difference:
        before = self._before(field)
        return Difference(
            name=field.name,
            label=field.label,
            before=in_words(field.field, before),
            theirs=in_words(field.field, field.initial),
            yours=in_words(field.field, field.data),
            choice=self._choice(field.name),
            is_yours_too=not self._is_typed(field, before),
        )

    @property
    def _is_current(self) -> bool:
        """Whether the page was made from the version that still stands."""
        return str(self.data.get(self.add_prefix(VERSION), "")) == str(self.record_version)

    def _before(self, field: BoundField) -> Any:
        """The value when the page was made; theirs where the page does not say and nobody came between."""
        name = self.add_initial_prefix(field.name)
        if name not in self.data:
            unticked = isinstance(field.field, forms.BooleanField | forms.MultipleChoiceField)
            return field.initial if self._is_current or unticked else None
        return field.field.hidden_widget().value_from_datadict(self.data, self.files, name)

    def _is_typed(self, field: BoundField, value: Any) -> bool:
        """Whether what is typed says the same as a value, however it is written."""
        typed = getattr(self, "cleaned_data", {}).get(field.name, field.data)
        return _plain(typed) == _plain(value) or _plain(field.data) == _plain(value)

    def _take_theirs(self, name: str) -> None:
        data = self.data.copy() if isinstance(self.data, QueryDict) else QueryDict(mutable=True)
        theirs = self.fields[name].prepare_value(self.get_initial_for_field(self.fields[name], name))
        values = theirs if isinstance(theirs, list | tuple) else [theirs]
        key = self.add_prefix(name)
        if values == [False]:
            data.pop(key, None)
        else:
            data.setlist(key, ["" if value is None else _plain(value) for value in values])
        self.data = data

    def _choice(self, name: str) -> str:
        return f"take-{self.add_prefix(name)}"


class EditForm(Versioned, ModelForm):
    """A form of one record that has a `version`; its `record_version` goes to the operation."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.watch(self.instance.version)


def in_words(field: forms.Field, value: Any) -> str:
    """A value as a person reads it: the label of a choice, the name of a record, a day, yes or no."""
    if value in (None, "", [], ()):
        return gettext("nothing")
    if isinstance(value, list | tuple | models.QuerySet):
        return "، ".join(in_words(field, one) for one in value)
    if isinstance(field, forms.ModelChoiceField):
        found = _of_key(field.queryset, _plain(value))
        return str(found) if found else _plain(value)
    if isinstance(field, forms.BooleanField):
        return gettext("yes") if _plain(value) == "True" else gettext("no")
    labels = {str(key): label for key, label in _flat(getattr(field, "choices", ()))}
    if _plain(value) in labels:
        return str(labels[_plain(value)])
    on = value if isinstance(value, date) or not isinstance(field, forms.DateField) else read_day(_plain(value))
    return f"{on:%d/%m/%Y}" if isinstance(on, date) else _plain(value)


def _of_key(records: models.QuerySet[Any] | None, key: str) -> models.Model | None:
    """The record of a key that came from a browser; None for none, and for what is no key."""
    try:
        found: models.Model | None = records.filter(pk=key).first() if records is not None else None
    except (ValueError, OverflowError, ValidationError):
        return None
    return found


def _plain(value: Any) -> str:
    """A value as one text, by which two are compared."""
    if value is None:
        return ""
    if isinstance(value, list | tuple | models.QuerySet):
        return "\n".join(sorted(_plain(one) for one in value))
    if isinstance(value, models.Model):
        return str(value.pk)
    return str(value).replace("\r\n", "\n")


def _flat(choices: Any) -> list[tuple[Any, Any]]:
    """Choices without their groups."""
    flat: list[tuple[Any, Any]] = []
    for key, label in choices:
        flat += label if isinstance(label, list | tuple) else [(key, label)]
    return flat
