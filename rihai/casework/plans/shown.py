"""The fields of a plan and their values in words, for its history."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from rihai.casework.plans.models import Closed, GoalState, Level, NeedState, Outcome, OwnedBy
from rihai.casework.plans.tables import step_word
from rihai.kit.templatetags.kit import day

FIELDS = {
    "level": _("How much"),
    "priority": _("What they put first"),
    "strength": _("What is there already"),
    "words": _("In their words"),
    "state": _("How it stands"),
    "ended_on": _("Since"),
    "ended_note": _("What they say of it"),
    "wanted_by": _("By when they want it"),
    "kind": _("What"),
    "what": _("In words"),
    "owned_by": _("Who does it"),
    "owner_name": _("By whom"),
    "due_on": _("By when"),
    "done_on": _("On"),
    "outcome": _("What came of it"),
    "outcome_note": _("In a sentence"),
    "closed_how": _("Why it is closed"),
}
"""What a field that was changed is called; what is not here is not told."""
CODES: dict[str, Any] = {
    "level": dict(Level.choices), "state": {**dict(NeedState.choices), **dict(GoalState.choices)},
    "owned_by": dict(OwnedBy.choices), "outcome": dict(Outcome.choices), "closed_how": dict(Closed.choices),
}  # fmt: skip
DAYS = {"ended_on", "wanted_by", "due_on", "done_on"}


def in_words(name: str, value: Any) -> str:
    """A value of a field as a person reads it; nothing for none."""
    if value in (None, ""):
        return ""
    if name in DAYS:
        return day(date.fromisoformat(str(value)))
    if name == "kind":
        return step_word(str(value))
    return str(CODES.get(name, {}).get(value, value))
