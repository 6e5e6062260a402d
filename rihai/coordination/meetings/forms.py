"""The forms of meetings: one beside the rule, moved, not held, who came, minutes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from rihai.coordination.agenda.models import AgendaItem
from rihai.coordination.bodies.forms import time
from rihai.coordination.bodies.queries import Seated
from rihai.coordination.meetings.models import Came, Meeting, Whose
from rihai.kit.forms import Form
from rihai.kit.forms.careful import take_care
from rihai.kit.templatetags.kit import day as day_text
from rihai.monitoring.forms import Entry, area, day, line, of


class MeetingForm(Form):
    """A meeting beside the rule."""

    on = day(_("Day"))
    starts_at = time(_("Time"))
    venue = line(_("Where"), 160)


class SetForm(Entry):
    """When on its day, and where."""

    starts_at = time(_("Time"))
    venue = line(_("Where"), 160)


class WhyForm(Form):
    """Why a meeting fell out, and by whose act."""

    because = line(_("Why"), 300, required=True)
    whose = of(_("By whose act"), Whose.choices)


class PostponeForm(WhyForm):
    """To which day it moves."""

    to = day(_("New day"))


class AttendanceForm(Form):
    """Who was there, post by post."""

    opening = area(_("How it was opened"), 1000, rows=2, help_text=_("Who presided, apologies. Names no prisoner."))

    def __init__(self, *args: Any, seats: Sequence[Seated], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.seats = seats
        for one in seats:
            self.fields[f"came-{one.post.pk}"] = of(_("Was it there?"), Came.choices)
            self.fields[f"deputy-{one.post.pk}"] = line(_("Who was sent"), 120)
            self.fields[f"because-{one.post.pk}"] = line(_("Why nobody came"), 300)
        for field in self.fields.values():
            take_care(field)

    @property
    def rows(self) -> list[tuple[Seated, list[Any]]]:
        """Each post with its fields."""
        return [(one, [self[f"{name}-{one.post.pk}"] for name in ("came", "deputy", "because")]) for one in self.seats]

    def came(self) -> dict[UUID, dict[str, str]]:
        """By post, what was written."""
        said = self.cleaned_data
        return {
            one.post.pk: {name: said.get(f"{name}-{one.post.pk}") or "" for name in ("came", "deputy", "because")}
            for one in self.seats
        }


class MinutesForm(Form):
    """What was said of each line of the agenda."""

    def __init__(self, *args: Any, items: Sequence[AgendaItem], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.items = items
        for one in items:
            field = area(_("What was said"), 2000, rows=2)
            field.initial = one.said or ""
            self.fields[f"said-{one.pk}"] = field
        for one_field in self.fields.values():
            take_care(one_field)

    @property
    def rows(self) -> list[tuple[AgendaItem, Any]]:
        """Each line with its field."""
        return [(one, self[f"said-{one.pk}"]) for one in self.items]

    def said(self) -> dict[UUID, str]:
        """By line, what was written."""
        return {one.pk: self.cleaned_data[f"said-{one.pk}"] for one in self.items}


class ApproveForm(Form):
    """Which later meeting approved the minutes."""

    meeting = forms.ModelChoiceField(label=_("Approved by"), queryset=Meeting.objects.none())

    def __init__(self, *args: Any, later: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: Any = self.fields
        fields["meeting"].queryset = later
        fields["meeting"].label_from_instance = _label


def _label(meeting: Any) -> str:
    return f"{meeting.number} · {day_text(meeting.on)}"
