"""The forms of commitments and recommendations."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rihai.advocacy.commitments.models import Commitment, CommitmentKind, CommitmentState
from rihai.advocacy.papers import given
from rihai.advocacy.reports.models import Body
from rihai.kit.files.upload import FileField
from rihai.kit.forms import Form
from rihai.monitoring.forms import Entry, area, day, line, of

OF_BODIES = ("body", "session", "paragraph", "topic")


class CommitmentForm(Entry):
    """What was promised or recommended, to or by whom, by when, and where it stands written."""

    says = area(_("What was promised or recommended"), 2000, required=True, help_text=_("In its own words."))
    who = line(_("Who has to keep it"), 200, required=True, help_text=_("A post or an authority, not a person’s name."))
    made_on = day(_("When it was said"))
    source = line(
        _("Where it stands written"), 300, required=True, help_text=_("A letter, minutes, a broadcast, a link.")
    )
    body = of(_("Body"), Body.choices, required=False)
    session = line(_("Session or cycle"), 80)
    paragraph = line(_("Paragraph"), 30)
    topic = line(_("Topic"), 120)
    due_on = day(_("By when"), required=False)

    def __init__(self, *args: Any, kind: str, record: Commitment | None = None, **kwargs: Any) -> None:
        super().__init__(*args, record=record, **kwargs)
        if kind == CommitmentKind.PROMISED:
            for name in OF_BODIES:
                del self.fields[name]


class FollowForm(Entry):
    """Where it stands now."""

    state = forms.ChoiceField(label=_("Where it stands"), choices=CommitmentState.choices, widget=forms.RadioSelect)
    due_on = day(_("By when"), required=False)
    says = area(_("What was done, what shows it, or why"), 1000)
    file = FileField(label=_("A file that shows it"), required=False)

    def __init__(self, *args: Any, record: Commitment, **kwargs: Any) -> None:
        super().__init__(*args, record=record, **kwargs)
        self.fields["says"].show_hidden_initial = False
        self.initial["says"] = ""

    def said(self) -> dict[str, Any]:
        """What was written, for the operation."""
        return {**self.cleaned_data, "file": given(self.cleaned_data)}


class SheetForm(Form):
    """A sheet of recommendations."""

    file = FileField(
        label=_("A plain table (CSV)"),
        help_text=_("Its first line has the headings: body, session, paragraph, recommendation, addressee, topic, "
                    "received_on, due_on."),
    )  # fmt: skip
