"""A field with what was typed into it: judged in its plain form, shown again as it was typed."""

from __future__ import annotations

from typing import Any

from django import forms
from django.forms import BoundField

from rihai.kit.forms.typed import plain, read_day, read_figures, shown

NUMBERS = (forms.IntegerField, forms.DecimalField, forms.FloatField)


class Bound(BoundField):
    """Stands in every form of the site, because the renderer names it."""

    @property
    def typed(self) -> Any:
        """What came from the browser, untouched."""
        return super().data

    @property
    def data(self) -> Any:
        """What is judged: text in its plain form, numbers in Latin digits, days as 2026-11-25. Passwords as typed."""
        typed = super().data
        if not isinstance(typed, str) or isinstance(self.field.widget, forms.PasswordInput):
            return typed
        if isinstance(self.field, forms.DateField):
            day = read_day(typed)
            return day.isoformat() if day else plain(typed)
        text = plain(typed)
        return read_figures(text) if isinstance(self.field, NUMBERS) else text

    def value(self) -> Any:
        """What the control shows: as typed, except for signs that cannot be shown."""
        if not self.form.is_bound:
            return super().value()
        typed = self.field.bound_data(super().data, self.initial)
        prepared = self.field.prepare_value(typed)
        return shown(prepared) if isinstance(prepared, str) else prepared
