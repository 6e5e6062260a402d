"""What who asked reads. It takes the same questions whatever was found, refused or never looked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from rihai.accounts.operations.house import as_house
from rihai.accounts.standing import local_day
from rihai.helpline.answers.models import FREE, Answer, Kind
from rihai.helpline.requests.models import HelpRequest

SEEING_TO_IT = _("We are seeing to it. Ask again with your code from this day on:")
NOTHING = _(
    "We can tell you nothing about anybody. It is the same answer when somebody does not want to be spoken of, when we "
    "found nobody, and when we know nobody of that name. It says nothing about them."
)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of an answer: its day and what it says."""

    on: date
    says: Any


@dataclass(frozen=True, slots=True)
class Read:
    """What is read by code and PIN: the day it came, answers, else one sentence; `again_on` when to ask again."""

    came_on: date
    lines: Sequence[Line]
    says: Any
    again_on: date | None


def what_is_read(one: HelpRequest, *, at: datetime) -> Read:
    """What who asked may read at a moment: answers that hold, else that we see to it, else that nothing is told."""
    with as_house(at):
        rows = list(Answer.objects.filter(request=one.pk, hidden_at=None).select_related("rests_on__consent"))
    lines = [Line(localdate(row.made_at), _words(row)) for row in rows if _words(row) and _holds(row, at)]
    came = localdate(one.began_at)
    if lines:
        return Read(came, lines, "", None)
    if at < one.answers_on:
        return Read(came, (), SEEING_TO_IT, localdate(one.answers_on))
    return Read(came, (), NOTHING, None)


def _words(row: Answer) -> Any:
    return row.words if row.kind in FREE else Kind(row.kind).label


def _holds(row: Answer, at: datetime) -> bool:
    """Whether what it rests on still does: her consent may have run out, or be taken back."""
    if row.rests_on is None:
        return True
    consent = row.rests_on.consent
    return consent is not None and consent.holds(local_day(at), at)
