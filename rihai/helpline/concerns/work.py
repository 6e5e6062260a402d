"""My work: the concerns that wait for whoever holds them; for anybody else no row, and no trace."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from django.urls import reverse
from django.utils.timezone import localdate, make_aware
from django.utils.translation import gettext as _

from rihai.helpline.concerns.clocks import word_of
from rihai.helpline.concerns.overdue import to_look_at
from rihai.helpline.concerns.queries import running
from rihai.kit.actor import Actor
from rihai.kit.offers import WorkRow

AHEAD = timedelta(days=3)
MOST = 30


def rows(actor: Actor, on: date) -> Sequence[WorkRow]:
    """The clocks of the actor's concerns that ran out or run out within three days; and those kept their time."""
    until = make_aware(datetime.combine(on + AHEAD, time(23, 59)))
    over = [
        WorkRow(
            who=one.called, url=reverse("helpline:concern", args=[one.pk]), why=_("Kept its time: is it still needed?"),
            due_on=one.keep_until, status="waiting", word=_("Time is over"), act=_("Open"),
        )
        for one in to_look_at(actor, on)[:MOST]
    ]  # fmt: skip
    return over + [
        WorkRow(
            who=clock.concern.called,
            url=reverse("helpline:concern", args=[clock.concern_id]),
            why=word_of(clock.what),
            due_on=localdate(clock.due_at),
            status="overdue" if localdate(clock.due_at) < on else "waiting",
            word=_("Ran out") if localdate(clock.due_at) < on else _("Runs"),
            act=_("Open"),
        )
        for clock in running(actor, until)[:MOST]
    ]
