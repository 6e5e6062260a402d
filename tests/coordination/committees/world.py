"""What the tests of committees set up: a secretary of the province, a body, people on the lists, a meeting today."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, TypeVar
from uuid import UUID

from django.test import Client
from django.utils import timezone

from rihai.accounts.acting import acting_as
from rihai.accounts.models import Account
from rihai.accounts.operations.house import as_house
from rihai.coordination.agenda import operations as agenda
from rihai.coordination.agenda.models import AgendaItem
from rihai.coordination.bodies import operations as bodies
from rihai.coordination.bodies.models import Body, Post
from rihai.coordination.decisions import operations as decisions
from rihai.coordination.decisions.models import Action, Decision
from rihai.coordination.meetings import operations as meetings
from rihai.coordination.meetings.models import Meeting
from rihai.coordination.papers import operations as papers
from rihai.coordination.papers.models import PaperCopy, Papers
from rihai.kit.offers import AgendaSource, offered
from rihai.people.models import Person
from tests.people.world import World, make_world
from tests.screening.cast import bailed_man, keep, woman

T = TypeVar("T")


@dataclass
class Desk:
    """The secretary, a supervisor, a lawyer, and a judge who is a partner; `day` moves the clock."""

    world: World
    secretary: Account
    supervisor: Account
    lawyer: Account
    judge: Account
    day: int = 0
    known: dict[str, Any] = field(default_factory=dict)

    @property
    def at(self) -> datetime:
        """The moment at the desk."""
        return timezone.now() + timedelta(days=self.day)

    @property
    def today(self) -> Any:
        """The day at the desk."""
        return timezone.localdate(self.at)

    def does(self, act: Callable[..., T], *, by: Account | None = None, **said: Any) -> T:
        """An act by the secretary, or by somebody else, on this day."""
        who = by or self.secretary
        with acting_as(who, self.at):
            return act(**said, actor=who, at=self.at)

    def body(self, kind: str = "cjcc", **more: Any) -> Body:
        """A committee of the province, which sits on the last Thursday of every month."""
        said = {
            "kind": kind, "place": self.world.province, "started_on": self.today - timedelta(days=200),
            "name": "Committee of Wadi", "name_ur": "کمیٹی وادی", "order": "Order 7", "every": 1, "week": 5,
            "weekday": 3, "starts_at": None, "venue": "Court room 1", "notice_days": 7, "quorum": "half",
            "quorum_number": None, "sources": [one.name for one in offered(AgendaSource)], "contact": "",
            "ended_on": None,
        }  # fmt: skip
        return self.does(bodies.begin_body, said={**said, **more})

    def posts(self, body: Body) -> list[Post]:
        """The posts of a body, the chair first."""
        with as_house():
            return list(Post.objects.filter(body=body))

    def seat(self, post: Post, account: Account | None = None, name: str = "Judge Nasir Misali") -> None:
        """Somebody holds a post since long."""
        said = {"name": name, "account": account, "started_on": self.today - timedelta(days=100)}
        self.does(bodies.give_post, post_id=post.pk, said=said)

    def meeting(self, body: Body, days: int = 0) -> Meeting:
        """A meeting beside the rule."""
        return self.does(
            meetings.plan_one, body_id=body.pk, on=self.today + timedelta(days=days), starts_at=None, venue=""
        )  # fmt: skip

    def fill(self, meeting: Meeting) -> list[AgendaItem]:
        """The agenda as filled now, as the house sees it."""
        self.does(agenda.fill, meeting_id=meeting.pk)
        return self.items(meeting)

    def items(self, meeting: Meeting, standing: str = "on") -> list[AgendaItem]:
        """The lines that stand so."""
        with as_house():
            return list(AgendaItem.objects.filter(meeting=meeting, standing=standing).select_related("person"))

    def send(self, meeting: Meeting, ground: str = "Order 7; the judge and the director") -> Papers:
        """Its papers made."""
        return self.does(
            papers.send, meeting_id=meeting.pk, ground=ground, use_until=meeting.on + timedelta(days=14)
        )  # fmt: skip

    def copies(self, meeting: Meeting) -> list[PaperCopy]:
        """The numbered copies of its papers."""
        with as_house():
            found = PaperCopy.objects.filter(papers=meeting.pk)
            return list(found.select_related("papers__meeting__body__place", "post"))

    def hold(self, meeting: Meeting, there: int = 4) -> Meeting:
        """Held, with the first so many posts there."""
        came: dict[UUID, dict[str, str]] = {}
        for at_place, post in enumerate(self.posts(meeting.body)):
            came[post.pk] = {"came": "present" if at_place < there else "absent", "deputy": "", "because": "leave"}
        return self.does(meetings.hold, meeting_id=meeting.pk, came=came, opening="The judge presided.")

    def decide(self, meeting: Meeting, item: AgendaItem | None = None, days: int = 10, **more: Any) -> Decision:
        """A decision with an action of the second post."""
        said = {
            "says": "The list is brought.", "does": "Bring the list.", "post": self.posts(meeting.body)[1],
            "account": None, "due_on": self.today + timedelta(days=days), **more,
        }  # fmt: skip
        return self.does(decisions.decide, meeting_id=meeting.pk, item_id=item.pk if item else None, said=said)

    def action(self, decision: Decision) -> Action:
        """Its action."""
        with as_house():
            return Action.objects.select_related("body", "post").get(decision=decision)

    def woman(self, **more: Any) -> Person:
        """Somebody who could go."""
        with acting_as(self.lawyer, self.at):
            return keep(woman(timezone.localdate(), **more), self.world.gulzar, self.lawyer)

    def man(self, **more: Any) -> Person:
        """Somebody still inside although his bail was granted."""
        with acting_as(self.lawyer, self.at):
            return keep(bailed_man(timezone.localdate(), **more), self.world.naya_bagh, self.lawyer)


def make_desk() -> Desk:
    """The places and who works here."""
    world = make_world()
    return Desk(
        world, world.worker("committee_secretary", world.province), world.worker("supervisor", world.province),
        world.worker("lawyer", world.province), world.worker("partner", world.naya_bagh),
    )  # fmt: skip


def signed_in(who: Account) -> Client:
    """A browser in which somebody is signed in."""
    client = Client()
    client.force_login(who)
    return client
