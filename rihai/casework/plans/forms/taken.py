"""The form on which needs are taken from an assessment: nothing is ticked beforehand."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rihai.casework.plans.models import Assessed
from rihai.kit.forms import Form


class TakenForm(Form):
    """The domains of which a need is written into the plan."""

    slugs = forms.MultipleChoiceField(label=_("Into the plan"), widget=forms.CheckboxSelectMultiple)

    def __init__(self, *args: Any, rows: Iterable[Assessed], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["slugs"]
        assert isinstance(field, forms.MultipleChoiceField)
        field.choices = [(one.domain, _told(one)) for one in rows]


def _told(one: Assessed) -> str:
    said = f"{one.domain_says}: {one.get_level_display()}"
    return f"{said}. {one.words}" if one.words else said
