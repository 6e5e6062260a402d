"""An office that trains: two prisons, a manager who keeps a course, trainers, supervisors, invented officers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any, TypeVar

from django.test import Client

from rihai.accounts.acting import acting_as
from rihai.accounts.models import Account
from rihai.accounts.operations.house import as_house
from rihai.kit.came import Mark
from rihai.kit.ids import new_id
from rihai.training.certificates import operations as certifying
from rihai.training.courses import pool
from rihai.training.courses.models import Course, Mandatory, Rank, Trainer
from rihai.training.courses.shipping import take_in
from rihai.training.sessions.models import Enrolment, Session, SessionDay
from rihai.training.sessions.operations import attending, enrolling, planning
from tests.people.world import World, make_world

T = TypeVar("T")
NOW = datetime(2026, 11, 25, 7, tzinfo=UTC)
TODAY = date(2026, 11, 25)
BEGAN = TODAY - timedelta(days=3)
OFFICERS = ("Rukhsana Parveen", "Shahid Mehmood", "Nasreen Akhtar", "Bashir Ahmed")


@dataclass
class School:
    """The manager of the office, a trainer and a supervisor at each prison; a course in use and a rank."""

    world: World
    manager: Account
    trainer: Account
    other_trainer: Account
    judge: Account
    other_judge: Account
    course: Course
    rank: Rank
    teacher: Trainer
    at: datetime = NOW

    def does(self, act: Callable[..., T], *, by: Account | None = None, **said: Any) -> T:
        """An act by the manager, or by somebody else, at this moment."""
        who = by or self.manager
        with acting_as(who, self.at):
            return act(**said, actor=who, at=self.at)

    def asks(self, by: Account, ask: Callable[..., T], *said: Any, **more: Any) -> T:
        """A question by somebody, at this moment."""
        with acting_as(by, self.at):
            return ask(*said, **more)

    def said(self, **more: Any) -> dict[str, Any]:
        """What a session of two days at Gulzar is planned with."""
        return {
            "kind": "course", "course": self.course, "title": "", "departments": "", "place": self.world.gulzar,
            "on": BEGAN, "until": BEGAN + timedelta(days=1), "starts_at": None, "language": "ur", "seats": 3,
            "trainers": [self.teacher], **more,
        }  # fmt: skip

    def session(self, **more: Any) -> Session:
        """A session that the manager planned and the trainer teaches."""
        return self.does(planning.plan_session, said=self.said(**more))

    def officer(self, name: str, **more: Any) -> dict[str, Any]:
        """What is written of an officer of Gulzar."""
        return {
            "full_name": name, "audience": "officer", "organisation": "Prisons Department", "rank": self.rank,
            "place": self.world.gulzar, "number": "", "sex": "", "contact": "", **more,
        }  # fmt: skip

    def enrolled(self, session: Session, names: Sequence[str] = OFFICERS[:3], **more: Any) -> list[Enrolment]:
        """Officers in a session, in this order."""
        return [self.does(enrolling.enrol, session_id=session.pk, said=self.officer(name, **more)) for name in names]

    def came(self, session: Session, there: Sequence[Enrolment], *, days: int = 2) -> None:
        """They were present on the first so many days of it."""
        for day in SessionDay.objects.filter(session=session).order_by("on")[:days]:
            marks = [Mark(one.pk, "present", new_id(), self.at) for one in there]
            self.does(attending.mark_day, by=self.trainer, day_id=day.pk, marks=marks)

    def finished(self) -> Session:
        """A session at which two of three were there all the time and have their certificates."""
        session = self.session()
        rows = self.enrolled(session)
        self.came(session, rows[:2])
        self.does(planning.finish_session, session_id=session.pk)
        self.does(certifying.give_certificates, session_id=session.pk)
        return session

    def mandatory(self, **more: Any) -> Mandatory:
        """The course is mandatory for the rank, again after two years."""
        said = {
            "course": self.course, "rank": self.rank, "place": None, "months": 24, "grace_days": 90,
            "order_says": "Order 9/2025 of the Inspector General", "started_on": date(2025, 1, 1), **more,
        }  # fmt: skip
        return self.does(pool.make_mandatory, said=said)


def make_school() -> School:
    """The places, the accounts, and the courses that come with Rihai."""
    world = make_world()
    manager, trainer = world.worker("programme_manager", None), world.worker("trainer", world.gulzar)
    with as_house(NOW):
        take_in(NOW)
        course = Course.objects.get(code="nelson-mandela-rules")
        course.kept_by_id = manager.pk
        course.save(update_fields=["kept_by"])
        rank = Rank.objects.get(code="warder")
        teacher = Trainer.objects.create(full_name="Ustani Misali", account_id=trainer.pk, languages=["ur"])
    return School(
        world, manager, trainer, world.worker("trainer", world.naya_bagh), world.worker("supervisor", world.gulzar),
        world.worker("supervisor", world.naya_bagh), course, rank, teacher,
    )  # fmt: skip


def signed_in(who: Account) -> Client:
    """A browser in which somebody is signed in."""
    client = Client()
    client.force_login(who)
    return client
