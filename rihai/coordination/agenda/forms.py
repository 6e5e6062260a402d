"""The forms of an agenda: why a line is left out, a matter added by hand, a guarded person by a named decision."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rihai.coordination.meetings.models import Meeting
from rihai.kit.forms import Form
from rihai.kit.templatetags.kit import day as day_text
from rihai.monitoring.forms import area, line


class LeaveOutForm(Form):
    """Why a line is left out."""

    because = line(_("Why is it left out?"), 300, required=True)


class AddForm(Form):
    """A matter that no list holds."""

    title = line(_("Matter"), 300, required=True, help_text=_("Names no prisoner: people come from the lists."))
    says = area(_("Why"), 600)


class GuardedForm(Form):
    """On which agenda a guarded person stands, and why."""

    meeting = forms.ModelChoiceField(label=_("The meeting"), queryset=Meeting.objects.none())
    says = area(_("What is asked of the committee"), 600, required=True)
    because = line(_("Why being known to its members is safer for her than not"), 300, required=True)

    def __init__(self, *args: Any, meetings: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: Any = self.fields
        fields["meeting"].queryset = meetings
        fields["meeting"].label_from_instance = lambda one: f"{one.body.shown}, {day_text(one.on)}"
