"""The steps of an answer as lines of a history."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rihai.kit.templatetags.kit import day
from rihai.legal.response.models import Court, Receiver, Step, StepNote
from rihai.legal.response.tables import reasons
from rihai.people.shown import apart

SAYS: dict[str, Any] = {
    "taken": gettext_lazy("Taken"),
    "given_back": gettext_lazy("Given back"),
    "referred": gettext_lazy("Referred to %(name)s"),
    "filed": gettext_lazy("Filed at %(court)s"),
    "refused": gettext_lazy("Refused: %(reason)s"),
    "parked": gettext_lazy("Parked until %(until)s"),
    "granted": gettext_lazy("Granted"),
    "released": gettext_lazy("Released"),
    "closed": gettext_lazy("Closed"),
    "noted": gettext_lazy("Noted"),
    "offered": gettext_lazy("Offered to %(name)s"),
    "accepted": gettext_lazy("Accepted"),
    "declined": gettext_lazy("Not accepted"),
    "assigned": gettext_lazy("Given to %(name)s"),
    "told": gettext_lazy("Told face to face"),
    "read_out": gettext_lazy("Told face to face, by the slip"),
    "unheard": gettext_lazy("Was to be told, and did not want to hear it"),
    "not_told": gettext_lazy("Could not be told; again on %(until)s"),
    "came_back": gettext_lazy("Came back to be looked at"),
}
"""What a step is called."""


@dataclass(frozen=True, slots=True)
class Told:
    """One line of the history; `note` is None where there is none, empty where it is withheld."""

    step: Step
    says: str
    note: str | None


def told(step: Step, note: StepNote | None) -> Told:
    """A step in words, with its note where the reader may read it."""
    return Told(step, step_text(step), note.text if note else "" if step.has_note else None)


def step_text(step: Step) -> str:
    """A step in a few words, none of them privileged."""
    says: str = str(SAYS.get(step.act, step.act))
    why = reasons().get(step.reason)
    said = says % {
        "name": _name(step.told), "court": _court(step.told), "reason": why.says if why else "",
        "until": _day(step.told.get("until", "")),
    }  # fmt: skip
    number = step.told.get("number", "")
    return _("%(says)s, number %(number)s") % {"says": said, "number": apart(number)} if number else said


def _name(told_: Mapping[str, str]) -> str:
    receiver = told_.get("receiver", "")
    kind = str(Receiver(receiver).label) if receiver in Receiver.values else ""
    name = apart(told_.get("name", ""))
    return f"{name} ({kind})" if name and kind else name or kind


def _court(told_: Mapping[str, str]) -> str:
    level = told_.get("level", "")
    return apart(told_.get("court", "")) or (str(Court(level).label) if level in Court.values else "")


def _day(text: str) -> str:
    return day(date.fromisoformat(text)) if text else ""
