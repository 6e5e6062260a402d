"""The forms of papers: sent on a ground, a link, its code, what a member answers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from rihai.coordination.decisions.models import Action, AnswerKind
from rihai.kit.forms import Form
from rihai.kit.forms.careful import take_care
from rihai.kit.links import DAYS
from rihai.monitoring.forms import area, day, line, of

SERVES = timedelta(days=14)
"""After the meeting; then the copies are to be destroyed."""


class SendForm(Form):
    """On what those without a consent are named, and how long the papers serve."""

    ground = line(
        _("For who gave no consent: which law or order lays it down, and which two people decided"), 200,
        help_text=_("Empty: they stand in the papers as a number, without a name."),
    )  # fmt: skip
    use_until = day(_("May be used until"))

    def __init__(self, *args: Any, on: date, **kwargs: Any) -> None:
        super().__init__(*args, initial={"use_until": on + SERVES}, **kwargs)


class LinkForm(Form):
    """For how long."""

    days = forms.IntegerField(label=_("For how many days"), min_value=1, max_value=DAYS, initial=14)


class MemberAnswersForm(Form):
    """What a member answers for the actions of a post."""

    def __init__(self, *args: Any, actions: Sequence[Action], pin: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.actions = actions
        self.fields["by_name"] = line(_("Your name"), 100, required=True)
        for one in actions:
            self.fields[f"kind-{one.pk}"] = of(_("Your answer"), AnswerKind.choices, required=False)
            self.fields[f"says-{one.pk}"] = area(_("What shows it, or why not"), 1000, rows=2)
        self.fields["pin"] = forms.CharField(widget=forms.HiddenInput, initial=pin, max_length=20)
        for field in self.fields.values():
            take_care(field)

    @property
    def rows(self) -> list[tuple[Action, list[Any]]]:
        """Each action with its fields."""
        return [(one, [self[f"kind-{one.pk}"], self[f"says-{one.pk}"]]) for one in self.actions]

    def said(self) -> dict[UUID, tuple[str, str]]:
        """By action, what was answered."""
        said = self.cleaned_data
        given = [one for one in self.actions if said.get(f"kind-{one.pk}")]
        return {one.pk: (said[f"kind-{one.pk}"], said.get(f"says-{one.pk}") or "") for one in given}
