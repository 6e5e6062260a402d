"""What the forms of services and sessions have in common: days that must have been, records as they stand."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from rihai.casework.cases.capabilities import kept_by
from rihai.casework.cases.models import Case
from rihai.casework.services.catalogue import catalogue
from rihai.casework.services.queries.reach import rows_for
from rihai.kit.actor import Actor
from rihai.kit.editing import Versioned
from rihai.kit.files.upload import FileField
from rihai.kit.forms import Form

EMPTY = ("", "---------")
LONG_AGO = timedelta(days=366 * 30)


class Entry(Versioned, Form):
    """A form of this room; `past` names the days that cannot lie ahead. `record`: what is changed by it."""

    past: ClassVar[tuple[str, ...]] = ()

    def __init__(self, *args: Any, today: date, record: Any = None, initial: Any = None, **kwargs: Any) -> None:
        self.today = today
        super().__init__(*args, initial={**self._standing(record), **(initial or {})}, **kwargs)
        if record is not None:
            self.watch(record.version)

    def clean(self) -> dict[str, Any]:
        """What is said to have happened has happened; no day lies a lifetime back."""
        said = super().clean() or self.cleaned_data
        for name, value in list(said.items()):
            if not isinstance(value, date):
                continue
            if name in self.past and value > self.today:
                self.add_error(name, _("This day has not come yet."))
            elif not self.today - LONG_AGO < value < self.today + LONG_AGO:
                self.add_error(name, _("Look at the year again."))
        return said

    def choose(self, name: str, choices: Iterable[tuple[Any, Any]]) -> None:
        """Give a field its choices."""
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = list(choices)

    @classmethod
    def _standing(cls, record: Any) -> dict[str, Any]:
        if record is None:
            return {}
        return {name: getattr(record, name) for name in cls.base_fields if hasattr(record, name)}


def version() -> forms.IntegerField:
    """The version that the page was made from."""
    return forms.IntegerField(widget=forms.HiddenInput, min_value=0)


def upload(label: Any, help_text: Any = "") -> FileField:
    """A photograph or a paper, kept sealed."""
    return FileField(label=label, required=False, help_text=help_text)


def services_to_give(actor: Actor) -> list[tuple[str, str]]:
    """The services that the actor's work keeps."""
    mine = kept_by(actor)
    return [(one.id, one.title.shown) for one in catalogue().values() if one.data_class in mine]


def cases_to_choose(actor: Actor, person_id: Any) -> list[tuple[str, str]]:
    """The person's open cases that the actor sees, and none."""
    rows = rows_for(Case, actor).filter(person=person_id, closed_on=None)
    return [EMPTY, *((str(one.pk), one.code) for one in rows)]
