"""Public figures of the fictional office: two releases, a correction, a draft to sign, a researcher; all invented.

Everything goes through the operations of the site, by the cast. What is counted is who was held already on each day.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime, timedelta
from typing import Any, TypeVar

from django.db import transaction
from django.utils.timezone import localdate

from rihai.accounts.acting import acting_as
from rihai.accounts.models import Account
from rihai.accounts.operations.house import as_house
from rihai.advocacy.errors import NotSo
from rihai.advocacy.figures import operations as figures
from rihai.advocacy.figures.counting import count_for_release
from rihai.advocacy.figures.models import FigureRelease
from rihai.advocacy.research import operations as research
from rihai.advocacy.research.extract import made_extract
from rihai.advocacy.research.rows import rows_for_research

T = TypeVar("T")
DAY = timedelta(days=1)
EARLIER = (62, 31)
NOTE = {
    "says_en": "The day of the newest list was misprinted in the source; the figures are as they were.",
    "says_ur": "ماخذ میں تازہ ترین فہرست کی تاریخ غلط چھپ گئی تھی؛ اعداد وہی ہیں۔",
}
ASKED = {
    "researcher": "Dr Nida Farzi", "institution": "Department of Law, an invented university", "contact": "",
    "question": "How long do people charged with theft wait for a first decision, by province and age?",
    "ethics": "Ethics committee of the university, no. 7, 3 November 2026",
}  # fmt: skip


class Cast:
    """Who acts in the play, and when."""

    def __init__(self, at: datetime) -> None:
        self.at = at
        self.analyst, self.supervisor = (
            Account.objects.get(email=f"{key}@rihai.example") for key in ("analyst", "supervisor")
        )

    def does(self, who: Account, act: Callable[..., T], *, days: int = 0, minutes: int = 0, **said: Any) -> T:
        """An act by one of them, some days ago."""
        at = self.at - DAY * days + timedelta(minutes=minutes)
        with acting_as(who, at):
            return act(**said, actor=who, at=at)


@transaction.atomic
def play_figures(*, at: datetime) -> bool:
    """Let it have happened, as of a moment; False, and nothing done, when it was played already or nobody is held."""
    with as_house(at):
        if FigureRelease.objects.exists():
            return False
        cast = Cast(at)
    try:
        _releases(cast)
    except NotSo:
        return False
    _research(cast)
    return True


def _releases(cast: Cast) -> None:
    for days in EARLIER:
        counted = count_for_release(localdate(cast.at - DAY * days), cast.at)
        draft = cast.does(cast.analyst, figures.prepare_release, days=days, counted=counted)
        cast.does(cast.supervisor, figures.sign_release, days=days, minutes=40, release_id=draft.pk)
    first = FigureRelease.objects.order_by("number")[0]
    cast.does(cast.supervisor, figures.note_correction, days=50, release_id=first.pk, said=NOTE)
    today = count_for_release(localdate(cast.at), cast.at)
    cast.does(cast.analyst, figures.prepare_release, counted=today)


def _research(cast: Cast) -> None:
    until = localdate(cast.at) + 300 * DAY
    asked = cast.does(cast.analyst, research.ask_for_extract, days=9, said={**ASKED, "until_on": until})
    yes = {"approve": "yes", "says": "The sheet of results is shown to us before it is published."}
    cast.does(cast.supervisor, research.decide_request, days=7, request_id=asked.pk, said=yes)
    agreed = {"agreed_by": ASKED["researcher"], "agreed_on": localdate(cast.at) - 5 * DAY}
    cast.does(cast.analyst, research.keep_agreement, days=5, request_id=asked.pk, said=agreed)
    with suppress(NotSo):  # where so few are held that no safe extract can be made, none is
        made = made_extract(rows_for_research(localdate(cast.at), cast.at))
        cast.does(cast.analyst, research.keep_extract, request_id=asked.pk, made=made)
    other = {**ASKED, "researcher": "Bilal Misali", "question": "What did the new bail law change?", "until_on": until}
    cast.does(cast.analyst, research.ask_for_extract, days=2, said=other)
