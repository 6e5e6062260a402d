"""What is done with meetings: planned, called, moved, given up, held with who came; their minutes written, approved."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time
from itertools import islice
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from rihai.accounts.models import Ground
from rihai.accounts.operations import end_grants
from rihai.accounts.operations.house import as_house
from rihai.accounts.standing import local_day
from rihai.coordination.agenda.models import AgendaItem
from rihai.coordination.bodies.models import Body
from rihai.coordination.bodies.queries import quorum_of, seated
from rihai.coordination.errors import NoSuchBody, NothingSaid, NotNow
from rihai.coordination.meetings.models import Attendance, Came, Meeting, Moved, State
from rihai.coordination.meetings.planning import AHEAD, coming, day_in
from rihai.coordination.reach import KEEP, body_for, of_bodies
from rihai.kit.actor import Actor
from rihai.kit.audit import append
from rihai.kit.editing import save_if_unchanged
from rihai.kit.templatetags.kit import day as day_text

KIND = "meeting"
AHEAD_STATES = (State.PLANNED, State.CALLED)


def meeting_for(pk: UUID, *, actor: Actor, states: tuple[str, ...] = ()) -> Meeting:
    """A meeting, locked until the act is done. Raises NoSuchBody, NotNow where it is in none of the states."""
    seen = Meeting.objects.filter(of_bodies(actor, capability=KEEP))
    found = seen.select_for_update(of=("self",)).select_related("body__place").filter(pk=pk).first()
    if found is None:
        raise NoSuchBody(_("There is no such meeting."))
    if states and found.state not in states:
        says = _("This meeting is %(state)s; that cannot be done with it now.")
        raise NotNow(says % {"state": found.get_state_display()})
    return found


@transaction.atomic
def plan_by_rule(*, body_id: UUID, actor: Actor, at: datetime) -> list[Meeting]:
    """The next meetings that the rule of a body asks for and that are not planned. Raises NoSuchBody, NothingSaid."""
    body = body_for(body_id, actor=actor, lock=True)
    if body.every is None:
        raise NothingSaid(_("It has no rule; plan its meetings one by one."))
    wanted = list(islice(coming(body, local_day(at)), AHEAD))
    there = set(Meeting.objects.filter(body=body, period__in=wanted).values_list("period", flat=True))
    number = _last_number(body)
    made = [
        Meeting(body=body, number=number + n, period=first, on=day_in(body, first), starts_at=body.starts_at,
                venue=body.venue)
        for n, first in enumerate((one for one in wanted if one not in there), 1)
    ]  # fmt: skip
    Meeting.objects.bulk_create(made)
    append("coordination.meetings.planned", actor=actor, at=at, subject=body.pk, kind="body", detail={"n": len(made)})
    return made


@transaction.atomic
def plan_one(
    *, body_id: UUID, on: date, starts_at: time | None, venue: str, actor: Actor, at: datetime
) -> Meeting:  # fmt: skip
    """A meeting beside the rule, also one of the past that is written down late. Raises NoSuchBody, NothingSaid."""
    body = body_for(body_id, actor=actor, lock=True)
    if not body.stands(on):
        raise NothingSaid(_("The committee does not sit on that day."))
    made = Meeting.objects.create(
        body=body, number=_last_number(body) + 1, on=on, starts_at=starts_at, venue=venue or body.venue
    )
    append("coordination.meeting.planned", actor=actor, at=at, subject=made.pk, kind=KIND)
    return made


@transaction.atomic
def set_meeting(*, meeting_id: UUID, version: int, said: Mapping[str, Any], actor: Actor, at: datetime) -> Meeting:
    """When on its day and where, of a meeting that lies ahead. Raises NoSuchBody, NotNow, Changed."""
    meeting = meeting_for(meeting_id, actor=actor, states=AHEAD_STATES)
    meeting.starts_at, meeting.venue = said["starts_at"], said["venue"]
    save_if_unchanged(meeting, version=version, fields=["starts_at", "venue"])
    append("coordination.meeting.set", actor=actor, at=at, subject=meeting.pk, kind=KIND)
    return meeting


@transaction.atomic
def call_meeting(*, meeting_id: UUID, actor: Actor, at: datetime) -> Meeting:
    """Notice is given: from now on the days of notice are counted. Raises NoSuchBody, NotNow."""
    meeting = meeting_for(meeting_id, actor=actor, states=(State.PLANNED,))
    if meeting.on < local_day(at):
        raise NotNow(_("Its day has passed. Write down that it was held, or that it was not."))
    meeting.state, meeting.called_at, meeting.called_by_name = State.CALLED, at, actor.name[:120]
    _save(meeting, "state", "called_at", "called_by_name")
    days = (meeting.on - local_day(at)).days
    append("coordination.meeting.called", actor=actor, at=at, subject=meeting.pk, kind=KIND, detail={"days": days})
    return meeting


@transaction.atomic
def postpone(*, meeting_id: UUID, to: date, because: str, whose: str, actor: Actor, at: datetime) -> Meeting:
    """It moves to another day, with the reason; notice is to be given anew. Raises NoSuchBody, NotNow, NothingSaid.

    Where members have the papers, not beyond the day until which these may be used: nobody could read them there.
    """
    meeting = meeting_for(meeting_id, actor=actor, states=AHEAD_STATES)
    if to == meeting.on or to < local_day(at):
        raise NothingSaid(_("Write another day, from today on."))
    _within_papers(meeting, to)
    Moved.objects.create(
        meeting=meeting, from_on=meeting.on, to_on=to, because=because, whose=whose, by_name=actor.name[:120], at=at
    )
    meeting.on, meeting.state, meeting.called_at = to, State.PLANNED, None
    _save(meeting, "on", "state", "called_at")
    append("coordination.meeting.postponed", actor=actor, at=at, subject=meeting.pk, kind=KIND, detail={"to": to})
    return meeting


def _within_papers(meeting: Meeting, to: date) -> None:
    papers = getattr(meeting, "papers", None)
    if papers is not None and to > papers.use_until:
        says = _(
            "The members have its papers, which may be used until %(day)s. Write a day until then, or that it was not"
            " held, and plan another meeting."
        )
        raise NotNow(says % {"day": day_text(papers.use_until)})


@transaction.atomic
def not_held(*, meeting_id: UUID, because: str, whose: str, actor: Actor, at: datetime) -> Meeting:
    """It did not take place, with the reason and whose it was. Raises NoSuchBody, NotNow."""
    meeting = meeting_for(meeting_id, actor=actor, states=AHEAD_STATES)
    meeting.state, meeting.because, meeting.whose = State.NOT_HELD, because, whose
    _save(meeting, "state", "because", "whose")
    _close_guarded(meeting, actor=actor, at=at)
    append("coordination.meeting.not_held", actor=actor, at=at, subject=meeting.pk, kind=KIND, detail={"whose": whose})
    return meeting


@transaction.atomic
def hold(
    *, meeting_id: UUID, came: Mapping[UUID, Mapping[str, str]], opening: str, actor: Actor, at: datetime
) -> Meeting:  # fmt: skip
    """It took place: who was there, post by post, and whether they were enough. Raises NoSuchBody, NotNow, NothingSaid.

    `came`: by post, how (`came`), who was sent (`deputy`), why nobody was there (`because`). Somebody sent counts.
    """
    meeting = meeting_for(meeting_id, actor=actor, states=AHEAD_STATES)
    if meeting.on > local_day(at):
        raise NotNow(_("Its day has not come yet."))
    posts = seated(meeting.body, meeting.on)
    if not posts:
        raise NothingSaid(_("The committee has no posts yet."))
    if any(one.post.pk not in came for one in posts):
        raise NothingSaid(_("Say of every post whether it was there."))
    rows = [Attendance(meeting=meeting, post=one.post, name=one.name, **came[one.post.pk]) for one in posts]
    for row in rows:
        if row.came == Came.ABSENT and not row.because.strip():
            row.because = _("No reason was given.")
    Attendance.objects.bulk_create(rows)
    meeting.state, meeting.opening = State.HELD, opening
    meeting.quorum = quorum_of(meeting.body, [one.post for one in posts])
    meeting.there = sum(row.came != Came.ABSENT and row.post.votes for row in rows)
    _save(meeting, "state", "opening", "quorum", "there")
    detail = {"there": meeting.there, "quorum": meeting.quorum}
    append("coordination.meeting.held", actor=actor, at=at, subject=meeting.pk, kind=KIND, detail=detail)
    return meeting


@transaction.atomic
def finish_minutes(*, meeting_id: UUID, actor: Actor, at: datetime) -> Meeting:
    """The minutes are written; they can still be mended until a later meeting approves them. Raises NoSuchBody."""
    meeting = meeting_for(meeting_id, actor=actor, states=(State.HELD,))
    not_approved(meeting)
    meeting.minutes_ready_at, meeting.minutes_by_name = at, actor.name[:120]
    _save(meeting, "minutes_ready_at", "minutes_by_name")
    append("coordination.minutes.finished", actor=actor, at=at, subject=meeting.pk, kind=KIND)
    return meeting


@transaction.atomic
def approve_minutes(*, meeting_id: UUID, in_meeting: UUID, actor: Actor, at: datetime) -> Meeting:
    """A later meeting of the body, which was held, approved the minutes. Raises NoSuchBody, NotNow."""
    meeting = meeting_for(meeting_id, actor=actor, states=(State.HELD,))
    not_approved(meeting)
    later = meeting_for(in_meeting, actor=actor, states=(State.HELD,))
    is_later = (later.on, later.number) > (meeting.on, meeting.number)
    if meeting.minutes_ready_at is None or later.body_id != meeting.body_id or not is_later:
        raise NotNow(_("Minutes that are written are approved by a later meeting of the same committee."))
    meeting.approved_in, meeting.approved_at = later, at
    _save(meeting, "approved_in", "approved_at")
    _close_guarded(meeting, actor=actor, at=at)
    append("coordination.minutes.approved", actor=actor, at=at, subject=meeting.pk, kind=KIND,
           detail={"in": later.pk})  # fmt: skip
    return meeting


def _close_guarded(meeting: Meeting, *, actor: Actor, at: datetime) -> None:
    """The leave to see guarded people, which was given for this meeting, ends with it."""
    with as_house(at):
        rows = AgendaItem.objects.filter(meeting=meeting).exclude(guarded_because="")
        items = list(rows.values_list("pk", flat=True))
    for pk in items:
        end_grants(ground=Ground.ASSIGNMENT, ground_id=pk, actor=actor, at=at)


def not_approved(meeting: Meeting) -> None:
    """Raises NotNow where a later meeting has approved the minutes: they stand as they are."""
    if meeting.is_approved:
        raise NotNow(_("A later meeting has approved these minutes; they stand as they are."))


def _last_number(body: Body) -> int:
    return Meeting.objects.filter(body=body).aggregate(n=Max("number"))["n"] or 0


def _save(meeting: Meeting, *fields: str) -> None:
    meeting.version += 1
    meeting.save(update_fields=[*fields, "version"])
