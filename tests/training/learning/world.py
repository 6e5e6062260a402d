"""What the tests of learning set up: a session that a manager keeps and a trainer teaches, and officers who learn."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from functools import cache
from typing import Any, TypeVar
from unittest.mock import patch

from django.test import Client

from rihai.accounts.acting import acting_as
from rihai.accounts.models import Account
from rihai.accounts.operations.house import as_house
from rihai.instruments.models import Answer
from rihai.instruments.operations import give
from rihai.instruments.operations.shipped import install_form
from rihai.instruments.reading import read_workbook
from rihai.instruments.shipped import FORMS, build
from rihai.training.certificates.models import Completion
from rihai.training.courses.models import Course, CourseVersion, Trainer
from rihai.training.exams import operations as exams
from rihai.training.exams.forms_of_tests import HANDLER
from rihai.training.exams.models import CodeHolder, TestCode
from rihai.training.exams.queries import key_of
from rihai.training.sessions.models import (
    Attendance,
    Came,
    Enrolment,
    Seat,
    Session,
    SessionDay,
    SessionState,
    Trainee,
)
from tests.people.world import World, make_world

T = TypeVar("T")
NOW = datetime(2026, 11, 25, 7, tzinfo=UTC)
TODAY = date(2026, 11, 25)
RIGHT = dict(
    zip(
        (f"q{n}" for n in range(1, 11)),
        ("true", "fifteen", "woman", "false", "once", "false", "true", "false", "true", "once"),
        strict=True,
    )
)
"""The answers that are right in the form that is shipped."""
INSTALLS = "rihai.instruments.operations"
_built, _read = cache(build), cache(read_workbook)
"""A form is built and read once for all tests of a process."""


@dataclass
class Desk:
    """A manager who keeps the course and its sessions, a trainer who teaches, a supervisor at Gulzar, one elsewhere."""

    world: World
    manager: Account
    trainer: Account
    judge: Account
    other_judge: Account
    course: Course
    curriculum: CourseVersion
    pool: dict[str, Trainer] = field(default_factory=dict)
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

    def taught(self, name: str = "Rukhsana Aziz", account: Account | None = None) -> Trainer:
        """A trainer of the pool."""
        with as_house():
            if name not in self.pool:
                self.pool[name] = Trainer.objects.create(full_name=name, account=account)
            return self.pool[name]

    def session(
        self, *, on: date = TODAY - timedelta(days=3), state: SessionState = SessionState.HELD, by: str = "",
        kept_by: Account | None = None,
    ) -> Session:  # fmt: skip
        """A session of two days at Gulzar, taught by our trainer or by another."""
        with as_house():
            made = Session.objects.create(
                curriculum=self.curriculum, place=self.world.gulzar, on=on, until=on + timedelta(days=1), seats=30,
                state=state, kept_by=kept_by or self.manager, made_by_name="m", made_at=NOW,
            )  # fmt: skip
            made.trainers.add(self.taught(by) if by else self.taught(account=self.trainer))
            SessionDay.objects.bulk_create(
                SessionDay(session=made, on=on + timedelta(days=n), minutes=300) for n in range(2)
            )
        return made

    def enrol(self, session: Session, *names: str, came: bool = True, place: Any = None) -> list[Enrolment]:
        """Officers of Gulzar who hold a seat, and came on the first day."""
        with as_house():
            day = session.days.all()[0]
            made = []
            for name in names:
                one, _new = Trainee.objects.get_or_create(
                    full_name=name,
                    defaults={"place": place or self.world.gulzar, "made_at": NOW, "number": f"B-{name}"},
                )
                seat = Enrolment.objects.create(session=session, trainee=one, seat=Seat.HELD, made_at=NOW)
                made.append(seat)
                if came:
                    Attendance.objects.create(
                        session=session, enrolment=seat, day=day, came=Came.PRESENT, key=seat.pk, said_at=NOW
                    )
        return made

    def finish(self, enrolment: Enrolment, on: date) -> Completion:
        """Somebody finished the course on a day."""
        with as_house():
            return Completion.objects.create(
                trainee_id=enrolment.trainee_id, course=self.course, enrolment=enrolment, on=on,
                made_by=self.manager.pk, made_by_name="m", made_at=NOW,
            )  # fmt: skip

    def tested(self, session: Session, pass_mark: int = 70) -> Session:
        """A session with the shipped test laid down."""
        self.does(exams.set_test, session_id=session.pk, form_id="training_test", pass_mark=pass_mark)
        return session

    def code_of(self, enrolment: Enrolment) -> TestCode:
        """Whose code it is; as only the house and who holds the codes can know."""
        with as_house():
            return CodeHolder.objects.select_related("code").get(enrolment=enrolment).code

    def sit(self, code: TestCode, moment: str, right: int, *, by: Account | None = None, **more: Any) -> Answer:
        """A sheet typed in by the trainer: so many of the ten questions right, in their order."""
        values: Mapping[str, Any] = {
            "participant": code.code, "when": moment,
            **{name: said if n < right else "unknown" for n, (name, said) in enumerate(RIGHT.items())}, **more,
        }  # fmt: skip
        return self.does(
            give, by=by or self.trainer, form_id="training_test", handler=HANDLER, subject=key_of(code, moment),
            values=values,
        )  # fmt: skip


def make_desk() -> Desk:
    """The places, the forms, the course and who works here."""
    world = make_world()
    with patch(f"{INSTALLS}.shipped.build", _built), patch(f"{INSTALLS}.versions.read_workbook", _read):
        for form in ("training_test", "training_satisfaction", "training_on_the_job"):
            install_form(form, (FORMS / f"{form}.yaml").read_text(encoding="utf-8"), form, NOW - timedelta(days=400))
    manager, trainer = world.worker("programme_manager", None), world.worker("trainer", None)
    with as_house():
        course = Course.objects.create(
            code="mandela-test", title="The Mandela Rules", title_ur="منڈیلا ضوابط", kept_by=manager
        )
        curriculum = CourseVersion.objects.create(course=course, number=1, state="in_use")
    judges = world.worker("supervisor", world.gulzar), world.worker("supervisor", world.naya_bagh)
    return Desk(world, manager, trainer, *judges, course, curriculum)


def signed_in(who: Account) -> Client:
    """A browser in which somebody is signed in."""
    client = Client()
    client.force_login(who)
    return client
