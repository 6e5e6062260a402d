"""What the forms of matters have in common: a record as it stands, and days that must have been."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from rihai.kit.editing import Versioned
from rihai.kit.files.upload import FileField
from rihai.kit.forms import Form
from rihai.legal.matters.models import Party
from rihai.places.kinds import Kind
from rihai.places.models import Place

EMPTY = ("", "—")


class Entry(Versioned, Form):
    """A form about a record of a matter, or a new one; `past` names the days that cannot lie ahead."""

    past: ClassVar[tuple[str, ...]] = ()

    def __init__(self, *args: Any, today: date, record: Any = None, initial: Any = None, **kwargs: Any) -> None:
        start = {**self._standing(record), **(initial or {})}
        super().__init__(*args, initial=start, **kwargs)
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

    @classmethod
    def _standing(cls, record: Any) -> dict[str, Any]:
        if record is None:
            return {}
        return {name: getattr(record, name) for name in cls.base_fields if name != "file" and hasattr(record, name)}


def courts() -> forms.ModelChoiceField[Place]:
    """The courts we keep as places."""
    return forms.ModelChoiceField(
        label=_("Court"),
        queryset=Place.objects.filter(kind=Kind.COURT, closed_on=None).order_by("name"),
        required=False,
        empty_label=EMPTY[1],
    )


def court_name() -> forms.CharField:
    """The court by its name, where it is no place of ours."""
    return forms.CharField(
        label=_("Court, if it is not in the list"), max_length=160, required=False,
        help_text=_("As its name board has it; leave out the judge’s own name."),
    )  # fmt: skip


def upload(label: Any) -> FileField:
    """A file to be kept with the matter."""
    return FileField(label=label, required=False, help_text=_("Kept sealed; the team alone can read it."))


def rupees(label: Any, *, required: bool = False, help_text: Any = "") -> forms.DecimalField:
    """A sum of money."""
    return forms.DecimalField(
        label=label, min_value=0, max_digits=12, decimal_places=2, required=required, help_text=help_text
    )


def choices(codes: Iterable[tuple[str, Any]], *, empty: bool = True) -> list[tuple[str, Any]]:
    """The codes to choose from, with nothing first where nothing may be said."""
    return [EMPTY, *codes] if empty else list(codes)


def of_parties(parties: Iterable[Party]) -> list[tuple[str, str]]:
    """Clients to choose from."""
    return [(str(one.pk), one.shown) for one in parties]
