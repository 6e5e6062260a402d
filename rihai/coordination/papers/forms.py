"""The forms of papers: sent on a ground, a link, its code, what a member answers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from rihai.coordination.decisions.forms import given_file
from rihai.coordination.decisions.models import Action, AnswerKind
from rihai.kit.files.upload import FileField
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
            self.fields[f"file-{one.pk}"] = FileField(label=_("A file that shows it"), required=False)
        self.fields["pin"] = forms.CharField(widget=forms.HiddenInput, initial=pin, max_length=20)
        for field in self.fields.values():
            take_care(field)

    @property
    def rows(self) -> list[tuple[Action, list[Any]]]:
        """Each action with its fields."""
        return [(one, [self[f"{name}-{one.pk}"] for name in ("kind", "says", "file")]) for one in self.actions]

    def clean(self) -> None:
        """A file or words without an answer would be lost: say so."""
        said = self.cleaned_data
        for one in self.actions:
            if not said.get(f"kind-{one.pk}") and (said.get(f"says-{one.pk}") or said.get(f"file-{one.pk}")):
                self.add_error(f"kind-{one.pk}", _("Choose what you answer."))

    def said(self) -> dict[UUID, tuple[str, str, tuple[str, bytes] | None]]:
        """By action, what was answered."""
        said = self.cleaned_data
        return {
            one.pk: (
                said[f"kind-{one.pk}"], said.get(f"says-{one.pk}") or "", given_file(said.get(f"file-{one.pk}")),
            )
            for one in self.actions
            if said.get(f"kind-{one.pk}")
        }  # fmt: skip
