"""What the line shows elsewhere: rows of My work, hits of the search box, that somebody asked about a person."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.timezone import localdate, localtime, make_aware
from django.utils.translation import gettext as _

from rihai.accounts.acting import asked_at
from rihai.helpline.calls.queries import calls_waiting
from rihai.helpline.matching.models import Match
from rihai.helpline.matching.queries import asked_about, words_for
from rihai.helpline.requests.models import Clock, Paper, State
from rihai.helpline.requests.queries import (
    ANSWER,
    SUPERVISE,
    clocks_running,
    find_requests,
    requests_for,
)
from rihai.helpline.requests.triage import Level
from rihai.kit.actor import Actor
from rihai.kit.files.models import StoredFile
from rihai.kit.offers import AtStake, Found, WorkRow

ROWS = 12
SOON = timedelta(hours=24)


def _on_the_line(actor: Actor) -> bool:
    return actor.may(ANSWER) or actor.may(SUPERVISE)


def work(actor: Actor, on: date) -> Sequence[WorkRow]:
    """For the line: clocks, requests nobody has read, calls to ring back. Above it: clocks that ran out."""
    if not _on_the_line(actor):
        return []
    now = asked_at()
    if not actor.may(ANSWER):
        return [_clock(one, now) for one in clocks_running(actor, now)[:ROWS]]
    until = max(now, make_aware(datetime.combine(on, time(23, 59)))) + SOON
    rows = [_clock(one, now) for one in clocks_running(actor, until)[:ROWS]]
    unread = requests_for(actor).filter(state=State.NEW).order_by("began_at")[:ROWS]
    rows += [
        WorkRow(
            who=one.code_shown, url=reverse("helpline:request", args=[one.pk]), why=one.get_level_display(),
            due_on=localdate(one.began_at), status="overdue" if one.level == "red" else "waiting", word=_("Unread"),
            act=_("Read"), at_stake=_at_stake(one.level),
        )
        for one in unread
    ]  # fmt: skip
    return rows + _calls(actor, on)


def _clock(one: Clock, now: datetime) -> WorkRow:
    late, place = one.due_at < now, one.request.place
    return WorkRow(
        who=one.request.code_shown, url=reverse("helpline:request", args=[one.request_id]) + "#clocks",
        why=_("By %(time)s: %(what)s") % {"time": f"{localtime(one.due_at):%H:%M}", "what": one.get_what_display()},
        where=place.shown if place else "", due_on=localdate(one.due_at), status="overdue" if late else "waiting",
        word=_("Ran out") if late else _("Runs"), act=_("Open"), at_stake=_at_stake(one.request.level),
    )  # fmt: skip


def _at_stake(level: str) -> AtStake | None:
    return AtStake.LIFE if level in {Level.RED, Level.AMBER} else None


def _calls(actor: Actor, on: date) -> list[WorkRow]:
    count = calls_waiting(actor).count()
    if not count:
        return []
    why = _("%(count)s to ring back") % {"count": count}
    return [
        WorkRow(
            who=_("Missed calls"), url=reverse("helpline:calls"), why=why, due_on=on, status="waiting",
            word=_("Waits"), act=_("Open"),
        )
    ]  # fmt: skip


def to_ask(actor: Actor, _on: date) -> Sequence[WorkRow]:
    """Whose word the actor is to bring."""
    return [
        WorkRow(
            who=str(one.person.full_name or one.person.other_script or one.code), person_id=one.person_id,
            url=reverse("helpline:word", args=[one.pk]), why=_("Ask alone: may the family be told anything?"),
            where=one.person.held_at.shown if one.person.held_at else "", due_on=localdate(one.asked_at),
            status="waiting", word=_("To ask"), act=_("Open"),
        )
        for one in words_for(actor)[:ROWS]
    ]  # fmt: skip


def search(actor: Actor, words: str, limit: int) -> Sequence[Found]:
    """Requests by code, or by the name that was told; for the line and who stands above it."""
    if not _on_the_line(actor):
        return []
    return [
        Found(
            name=one.code_shown, url=reverse("helpline:request", args=[one.pk]), says=one.get_state_display(),
            icon="phone",
        )
        for one in find_requests(actor, words, limit)
    ]  # fmt: skip


def on_person(actor: Actor, person_id: UUID, _today: date) -> dict[str, Any] | None:
    """That somebody asked about her, and when; not who, nor what was said."""
    rows = list(asked_about(person_id, actor=actor)[:ROWS])
    if not rows:
        return None
    return {"rows": rows, "on_the_line": _on_the_line(actor)}


def extract(person_id: UUID) -> Sequence[tuple[Any, Sequence[tuple[Any, Any]]]]:
    """For the person herself: when somebody asked about her. Who asked is theirs to say, and left out."""
    rows = Match.objects.filter(person=person_id, ended_at=None).order_by("came_at")
    return [(_("Somebody asked after you"), [(_("On"), localdate(one.came_at))]) for one in rows]


def may_read(actor: Actor, stored: StoredFile) -> bool:
    """Whether the file is a letter of a request the actor sees."""
    return Paper.objects.filter(stored=stored.pk, request__in=requests_for(actor).values("pk")).exists()
