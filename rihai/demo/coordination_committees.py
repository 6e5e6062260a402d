"""A committee of the fictional office: a month that fell out, one that was held, an overdue action, the next agenda.

Everything goes through the operations of the site, by the cast, at an invented prison.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.timezone import localdate

from rihai.accounts.acting import acting_as
from rihai.accounts.models import Account
from rihai.accounts.operations.house import as_house
from rihai.coordination.agenda import operations as agenda
from rihai.coordination.agenda.models import AgendaItem
from rihai.coordination.bodies import operations as bodies
from rihai.coordination.bodies.models import Body, Post
from rihai.coordination.decisions import operations as decisions
from rihai.coordination.meetings import operations as meetings
from rihai.coordination.meetings.models import Meeting
from rihai.coordination.papers import operations as papers
from rihai.demo.cast import NAYA_BAGH
from rihai.kit.offers import AgendaSource, offered
from rihai.places.models import Place

DAY = timedelta(days=1)
HOLDERS = ("Judge Nasir Misali", "Arif Namoona", "Samina Farzi", "Superintendent Javed Misali")


@transaction.atomic
def play_committees(*, at: datetime) -> bool:
    """Let it have happened, as of a moment; False, and nothing done, when it was played already."""
    with as_house(at):
        if Body.objects.exists():
            return False
        secretary, partner = (Account.objects.get(email=f"{one}@rihai.example") for one in ("secretary", "partner"))
        place = Place.objects.get(code=NAYA_BAGH)
    body = _body(secretary, place, at - 70 * DAY)
    with as_house(at):
        posts = list(Post.objects.filter(body=body))
    for number, (post, name) in enumerate(zip(posts, HOLDERS, strict=False)):
        account = partner if number == 0 else None
        said = {"name": name, "account": account, "started_on": localdate(at - 65 * DAY)}
        _does(secretary, at - 65 * DAY, bodies.give_post, post_id=post.pk, said=said)
    lost = _meeting(secretary, body, at - 60 * DAY, localdate(at - 58 * DAY))
    _does(secretary, at - 57 * DAY, meetings.not_held, meeting_id=lost.pk, because="The judge was on leave.",
          whose="chair")  # fmt: skip
    held = _meeting(secretary, body, at - 40 * DAY, localdate(at - 28 * DAY))
    _held(secretary, held, posts, at)
    _does(secretary, at - 2 * DAY, meetings.plan_by_rule, body_id=body.pk)
    with as_house(at):
        coming = Meeting.objects.filter(body=body, on__gte=localdate(at)).order_by("on").first()
    if coming is not None:
        _does(secretary, at, agenda.fill, meeting_id=coming.pk)
    return True


def _does(who: Account, at: datetime, act: Any, **said: Any) -> Any:
    with acting_as(who, at):
        return act(**said, actor=who, at=at)


def _body(who: Account, place: Place, at: datetime) -> Body:
    said = {
        "kind": "cjcc", "place": place, "started_on": localdate(at), "name": "Coordination committee, Naya Bagh",
        "name_ur": "رابطہ کمیٹی، نیا باغ", "order": "Order SJ/114 (invented)", "every": 1, "week": 5, "weekday": 3,
        "starts_at": None, "venue": "Committee room, Sessions Court", "notice_days": 7, "quorum": "half",
        "quorum_number": None, "sources": [one.name for one in offered(AgendaSource)],
        "contact": "Reader to the Sessions Judge", "ended_on": None,
    }  # fmt: skip
    made: Body = _does(who, at, bodies.begin_body, said=said)
    return made


def _meeting(who: Account, body: Body, at: datetime, on: date) -> Meeting:
    made: Meeting = _does(who, at, meetings.plan_one, body_id=body.pk, on=on, starts_at=None, venue="")
    return made


def _held(who: Account, one: Meeting, posts: list[Post], at: datetime) -> None:
    """Filled, trimmed, sent, held with a quorum; one action is done, one overdue; its minutes wait to be approved."""
    before, day = at - 38 * DAY, at - 28 * DAY
    _does(who, before, agenda.fill, meeting_id=one.pk)
    _does(who, before, agenda.add_by_hand, meeting_id=one.pk, title="Van for production in court", says="Asked twice.")
    with as_house(at):
        items = list(AgendaItem.objects.filter(meeting=one, standing="on").order_by("order"))
    people = [item for item in items if item.person_id]
    for item in people[6:]:
        _does(who, before, agenda.leave_out, item_id=item.pk, because="For the next meeting: no more fit into one.")
    _does(who, before, meetings.call_meeting, meeting_id=one.pk)
    _does(who, before, papers.send, meeting_id=one.pk, use_until=localdate(day + 14 * DAY),
          ground="Police Order 2002, art. 111; K. Namoona and K. Farzi decided")  # fmt: skip
    came: dict[UUID, dict[str, str]] = {}
    for number, post in enumerate(posts):
        how = "present" if number < 3 else "sent" if number == 3 else "absent"
        came[post.pk] = {"came": how, "deputy": "The deputy" if how == "sent" else "",
                         "because": "On tour." if how == "absent" else ""}  # fmt: skip
    _does(who, day, meetings.hold, meeting_id=one.pk, came=came, opening="The judge presided.")
    if people:
        _does(who, day, agenda.write_said, meeting_id=one.pk, said={people[0].pk: "To be heard within two weeks."})
        said = {"says": "Her case is listed first.", "does": "List the case within two weeks.", "post": posts[0],
                "account": None, "due_on": localdate(at - 9 * DAY)}  # fmt: skip
        _does(who, day, decisions.decide, meeting_id=one.pk, item_id=people[0].pk, said=said)
    said = {"says": "A second van is asked for.", "does": "Write to the home department.", "post": posts[3],
            "account": None, "due_on": localdate(at - 14 * DAY)}  # fmt: skip
    van = _does(who, day, decisions.decide, meeting_id=one.pk, item_id=None, said=said)
    with as_house(at):
        action = van.actions.get()
    _does(who, at - 16 * DAY, decisions.answer_action, action_id=action.pk, kind="done", says="Letter 88, sent.")
    _does(who, at - 15 * DAY, decisions.settle_action, action_id=action.pk, version=1, evidence="Letter 88, copy seen.",
          file=None)  # fmt: skip
    _does(who, day + 2 * DAY, meetings.finish_minutes, meeting_id=one.pk)
