"""How soon a concern is seen to: an hour and four where somebody is in danger now, a day and three else.

The times of a concern about our own are those of our standards for what may harm a body (acknowledge, first step), and
for reprisal (asked about on the third, seventh, thirtieth and ninetieth day). Decided within fourteen or thirty days.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from rihai.accounts.standing import local_day


class What(models.TextChoices):
    """What a clock is about."""

    READ = "read", _("Read it, and say that it came")
    STEP = "step", _("Take a first step")
    DECIDE = "decide", _("Decide, or say why not yet")
    REPRISAL = "reprisal", _("Ask whether anything came to them for it")


HOUR, DAY = timedelta(hours=1), timedelta(days=1)
WITHIN = {What.READ: DAY, What.STEP: 3 * DAY, What.DECIDE: 30 * DAY}
IN_DANGER = {What.READ: HOUR, What.STEP: 4 * HOUR, What.DECIDE: 14 * DAY}
ASKED_ON = (3, 7, 30, 90)
"""Days after which who raised it is asked about reprisal."""
LEAST = HOUR
"""From one rung to the next: as long as the clock ran, and an hour at the least."""
TOP = 2


def clocks_of(*, danger: bool, learned_at: datetime) -> list[tuple[What, datetime]]:
    """What has to be done until when, from the moment anybody of us knew."""
    due = [(what, learned_at + within) for what, within in (IN_DANGER if danger else WITHIN).items()]
    return due + [(What.REPRISAL, learned_at + days * DAY) for days in ASKED_ON]


def rung_at(started_at: datetime, due_at: datetime, at: datetime) -> int:
    """How far up it belongs at a moment: nobody, who holds it, who stands above."""
    if at <= due_at:
        return 0
    return TOP if at >= due_at + max(due_at - started_at, LEAST) else 1


def may_stop(what: str | None, due_at: datetime, at: datetime) -> bool:
    """Whether a clock may be stopped by hand. The decision stops its own, and reprisal is asked about on its day."""
    return what != What.DECIDE and (what != What.REPRISAL or local_day(at) >= local_day(due_at))


def in_words(length: timedelta) -> str:
    """A length in words: hours below a day, else days."""
    hours = int(length / HOUR)
    if hours < 24:
        return ngettext("%(n)s hour", "%(n)s hours", hours) % {"n": hours}
    return ngettext("%(n)s day", "%(n)s days", hours // 24) % {"n": hours // 24}


def word_of(what: str | None) -> str:
    """What a clock is about, in words."""
    return str(What(what or "").label)
