"""What narrows the diary."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rihai.kit.forms import Form


def _as_written(day: str) -> str:
    try:
        return f"{date.fromisoformat(day):%d/%m/%Y}"
    except ValueError:
        return day


class DiaryForm(Form):
    """Around which day, in which court, of whose matters; anything else is read as nothing."""

    day = forms.DateField(label=_("Day"), required=False)
    court = forms.ChoiceField(label=_("Court"), required=False)
    member = forms.ChoiceField(label=_("Whose matters"), required=False)

    def __init__(
        self, *args: Any, courts: list[tuple[str, str]], members: list[tuple[str, str]], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        if self.is_bound:  # links name the day as calendars do; the field shows it as people write it
            said = {name: self.data.get(name, "") for name in self.fields}
            self.data = {**said, "day": _as_written(said["day"])}
        for name, rows in (("court", courts), ("member", members)):
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField), "declared above"
            field.choices = [("", _("all")), *rows]
