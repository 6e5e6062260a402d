"""What committees put into My work: the next step of a meeting, minutes, actions that fall due, and one's own."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from django.db.models import Exists, OuterRef
from django.urls import reverse
from django.utils.translation import gettext as _

from rihai.accounts.operations.house import as_house
from rihai.coordination.bodies.queries import posts_of_account
from rihai.coordination.decisions.models import Action
from rihai.coordination.decisions.queries import open_actions, own_actions
from rihai.coordination.meetings.models import Meeting, State
from rihai.coordination.meetings.queries import meetings_for
from rihai.coordination.papers.models import PaperCopy
from rihai.coordination.reach import KEEP, MEMBER, bodies_for
from rihai.kit.actor import Actor
from rihai.kit.offers import WorkRow

ROWS = 12
PREPARE = timedelta(days=7)
"""Days before notice is due from which a meeting is prepared; before its day, from which papers are."""


def meeting_rows(actor: Actor, on: date) -> Sequence[WorkRow]:
    """For who keeps committees: what the next meetings wait for, minutes to write, rules without a planned meeting."""
    if not actor.may(KEEP):
        return []
    rows = meetings_for(actor, KEEP).select_related("papers")
    ahead = rows.filter(state__in=[State.PLANNED, State.CALLED], on__lte=on + timedelta(days=97)).order_by("on")
    found = [row for one in ahead[:ROWS] if (row := _next_step(one, on))]
    unwritten = rows.filter(state=State.HELD, minutes_ready_at=None).order_by("on")
    found += [_row(one, _("Write its minutes."), _("Minutes"), one.on + PREPARE, on) for one in unwritten[:ROWS]]
    planned = Meeting.objects.filter(body=OuterRef("pk"), state__in=[State.PLANNED, State.CALLED])
    ruled = bodies_for(actor, KEEP).filter(every__isnull=False, ended_on=None).exclude(Exists(planned))
    found += [
        WorkRow(
            who=one.shown, url=reverse("coordination:body", args=[one.pk]), where=one.place.shown, status="waiting",
            why=_("No meeting is planned."), word=_("To plan"), act=_("Plan"),
        )
        for one in ruled[:ROWS]
    ]  # fmt: skip
    return found


def _next_step(one: Meeting, on: date) -> WorkRow | None:
    if one.on < on:
        return _row(one, _("Its day has passed: was it held?"), _("Write it down"), one.on, on)
    notice_by = one.on - timedelta(days=one.body.notice_days)
    if one.state == State.PLANNED:
        return _row(one, _("Give notice."), _("Prepare"), notice_by, on) if on >= notice_by - PREPARE else None
    if not hasattr(one, "papers"):
        return _row(one, _("Fill the agenda and send the papers."), _("Prepare"), one.on, on)
    return _row(one, _("The papers are with the members."), _("Open"), one.on, on) if one.on == on else None


def _row(one: Meeting, why: str, act: str, due: date, on: date) -> WorkRow:
    late = due < on
    return WorkRow(
        who=one.body.shown, url=reverse("coordination:meeting", args=[one.pk]), where=one.body.place.shown, why=why,
        due_on=due, status="overdue" if late else "waiting", act=act,
        word=_("Overdue") if late else _("Meeting %(number)s") % {"number": one.number},
    )  # fmt: skip


def action_rows(actor: Actor, on: date) -> Sequence[WorkRow]:
    """One’s own actions, by account or by a post; for who keeps committees, also what others owe and is late."""
    with as_house():
        posts = posts_of_account(actor.pk, on) if actor.may(MEMBER) else []
        own = list(own_actions(actor.pk, posts)[:ROWS])
    found = [_action(one, on, "coordination:own-action", _("Answer")) for one in own]
    if actor.may(KEEP):
        mine = {one.pk for one in own}
        late = open_actions(actor).filter(due_on__lt=on)[:ROWS]
        found += [_action(one, on, "coordination:action", _("Open")) for one in late if one.pk not in mine]
    return found


def _action(one: Action, on: date, name: str, act: str) -> WorkRow:
    late = one.is_overdue(on)
    return WorkRow(
        who=one.body.shown, url=reverse(name, args=[one.pk]), why=one.says, where=one.whose, due_on=one.due_on,
        status="overdue" if late else "waiting", word=_("Overdue") if late else _("Action"), act=act,
        person_id=one.person_id,
    )  # fmt: skip


def paper_rows(actor: Actor, on: date) -> Sequence[WorkRow]:
    """For a member who signs in here: papers of the meetings that lie ahead."""
    if not actor.may(MEMBER):
        return []
    with as_house():
        posts = posts_of_account(actor.pk, on)
        copies = PaperCopy.objects.filter(post__in=posts, papers__meeting__on__gte=on)
        found = list(copies.select_related("papers__meeting__body__place").order_by("papers__meeting__on")[:ROWS])
    return [
        WorkRow(
            who=one.papers.meeting.body.shown, url=reverse("coordination:own-copy", args=[one.pk]), status="waiting",
            where=one.papers.meeting.body.place.shown, why=_("The papers of the next meeting are here."),
            due_on=one.papers.meeting.on, word=_("Papers"), act=_("Read"),
        )
        for one in found
    ]  # fmt: skip
