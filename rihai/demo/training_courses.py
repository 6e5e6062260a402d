"""What the fictional office teaches: courses that are mandatory, sessions past and to come, officers overdue; invented.

Everything goes through the operations of the site, by the cast.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta
from typing import Any, TypeVar

from django.db import transaction
from django.utils.timezone import localdate

from rihai.accounts.acting import acting_as
from rihai.accounts.models import Account
from rihai.accounts.operations.house import as_house
from rihai.demo.cast import GULZAR, NAYA_BAGH
from rihai.kit.came import Mark
from rihai.kit.ids import new_id
from rihai.places.models import Place
from rihai.training.certificates.operations import finished_elsewhere, give_certificates
from rihai.training.courses import operations as courses
from rihai.training.courses import pool
from rihai.training.courses.models import Course, Rank, Trainer
from rihai.training.courses.shipping import take_in
from rihai.training.sessions.list_of_names import Named
from rihai.training.sessions.models import Enrolment, Seat, Session
from rihai.training.sessions.operations import arriving, attending, enrolling, planning

T = TypeVar("T")
DAY = timedelta(days=1)
RULES, SECURITY, MENTORS = "nelson-mandela-rules", "dynamic-security", "volunteers-and-mentors"
OFFICERS = (
    ("Shahid Farzi", "warder", "man"), ("Nasreen Farzi", "female-warder", "woman"), ("Bashir Namoona", "warder", "man"),
    ("Rukhsana Misali", "female-warder", "woman"), ("Ghulam Misali", "head-warder", "man"),
    ("Allah Ditta Farzi", "warder", "man"), ("Samina Namoona", "assistant-superintendent", "woman"),
    ("Tariq Namoona", "warder", "man"), ("Yasmin Farzi", "female-warder", "woman"), ("Iqbal Misali", "warder", "man"),
)  # fmt: skip
MANDATORY = (
    (RULES, "warder", 24, 90), (RULES, "female-warder", 24, 90), (SECURITY, "head-warder", 36, 180),
    (SECURITY, "assistant-superintendent", None, 180),
)  # fmt: skip
"""Course, rank, again after so many months, within so many days of joining."""


class School:
    """Who acts in the play, and when."""

    def __init__(self, at: datetime) -> None:
        self.at, self.today = at, localdate(at)
        self.trainer, self.programme, self.supervisor = (
            Account.objects.get(email=f"{key}@rihai.example") for key in ("trainer", "programme", "supervisor")
        )
        self.gulzar, self.naya_bagh = (Place.objects.get(code=code) for code in (GULZAR, NAYA_BAGH))
        self.courses = {one.code: one for one in Course.objects.all()}
        self.ranks = {one.code: one for one in Rank.objects.all()}
        self.trainers: list[Trainer] = []

    def does(self, who: Account, act: Callable[..., T], *, days: int = 0, **said: Any) -> T:
        """An act by one of them, some days ago."""
        at = self.at - DAY * days
        with acting_as(who, at):
            return act(**said, actor=who, at=at)

    def session(self, place: Place, first: int, last: int, *, days: int, **more: Any) -> Session:
        """A session planned by the programme, from a day to another counted from today."""
        said = {
            "kind": "course", "course": None, "title": "", "departments": "", "place": place, "starts_at": None,
            "on": self.today + DAY * first, "until": self.today + DAY * last, "language": "ur", "seats": 20,
            "trainers": self.trainers[:1], **more,
        }  # fmt: skip
        return self.does(self.programme, planning.plan_session, days=days, said=said)

    def enrolled(self, session: Session, people: Sequence[tuple[str, str, str]], *, days: int) -> list[Enrolment]:
        """Officers in a session."""
        return [
            self.does(self.programme, enrolling.enrol, days=days, session_id=session.pk, said={
                "full_name": name, "audience": "officer", "organisation": "Prisons Department", "place": session.place,
                "rank": self.ranks[rank], "sex": sex, "number": f"9-{sum(map(ord, name)) % 900 + 100}",
                "joined_on": date(2019, 3, 1), "contact": "",
            })
            for name, rank, sex in people
        ]  # fmt: skip

    def came(self, session: Session, rows: Sequence[Enrolment], *, missing: int, until: int) -> None:
        """Who was there on its days until one counted from today; the last few never came."""
        with as_house(self.at):
            days = list(session.days.filter(on__lte=self.today + DAY * until))
        for day in days:
            after = (self.today - day.on).days
            moment = self.at - DAY * after
            marks = [
                Mark(one.pk, "absent" if at >= len(rows) - missing else "present", new_id(), moment)
                for at, one in enumerate(rows)
            ]
            self.does(self.trainer, attending.mark_day, days=after, day_id=day.pk, marks=marks)


@transaction.atomic
def play_courses(*, at: datetime) -> bool:
    """Let it have happened, as of a moment; False, and nothing done, when it was played already."""
    with as_house(at):
        if Session.objects.exists():
            return False
        take_in(at - DAY * 400)
        school = School(at)
    _pool(school)
    _finished(school)
    _being_held(school)
    _coming(school)
    _workshop(school)
    return True


def _pool(school: School) -> None:
    does, programme = school.does, school.programme
    for code in (RULES, SECURITY):
        does(programme, courses.look_after, days=300, course_id=school.courses[code].pk)
    people = (
        ("Yasir Misali", school.trainer, "Inside and after"), ("Ustani Kishwar Farzi", None, "Staff Training College"),
        ("Dr Aslam Namoona", None, "Health department"),
    )  # fmt: skip
    for name, account, organisation in people:
        said: dict[str, Any] = {
            "full_name": name, "organisation": organisation, "account": account, "place": None, "reached": "",
            "languages": ["ur", "pa"], "ended_on": None,
        }  # fmt: skip
        school.trainers.append(does(programme, pool.keep_trainer, days=300, said=said))
    for one, code in zip(school.trainers, (RULES, SECURITY), strict=False):
        said = {"course": school.courses[code], "says": "A training of trainers of five days",
                "given_by": "Staff Training College", "on": school.today - DAY * 500, "until": None}  # fmt: skip
        does(programme, pool.add_qualification, days=299, trainer_id=one.pk, said=said)
    for code, rank, months, grace in MANDATORY:
        said = {"course": school.courses[code], "rank": school.ranks[rank], "place": None, "months": months,
                "grace_days": grace, "order_says": "Standing Order 9 of the Inspector General (invented)",
                "started_on": school.today - DAY * 290}  # fmt: skip
        does(programme, pool.make_mandatory, days=290, said=said)


def _finished(school: School) -> None:
    """Nine officers of Gulzar, of whom seven finished and have their certificates."""
    session = school.session(school.gulzar, -40, -38, days=60, course=school.courses[RULES])
    rows = school.enrolled(session, OFFICERS[:9], days=50)
    school.came(session, rows, missing=2, until=-38)
    school.does(school.programme, planning.finish_session, days=37, session_id=session.pk)
    school.does(school.programme, give_certificates, days=37, session_id=session.pk)
    with as_house(school.at):
        head = rows[4].trainee_id
    school.does(
        school.programme, finished_elsewhere, days=30, trainee_id=head, course=school.courses[SECURITY],
        on=school.today - DAY * 1080, says="Staff Training College, certificate seen",
    )  # fmt: skip


def _being_held(school: School) -> None:
    """It began yesterday at Naya Bagh; today nobody is marked yet."""
    session = school.session(school.naya_bagh, -1, 0, days=20, course=school.courses[SECURITY])
    names = [(name.replace("Farzi", "Khan Farzi").replace("Misali", "Khan Misali"), rank, sex)
             for name, rank, sex in OFFICERS[2:8]]  # fmt: skip
    rows = school.enrolled(session, names, days=10)
    school.came(session, rows, missing=1, until=-1)


def _coming(school: School) -> None:
    """Four seats and five who want one; and a list that the prison sent."""
    session = school.session(school.gulzar, 14, 15, days=5, course=school.courses[RULES], seats=4)
    with as_house(school.at):
        known = list(Enrolment.objects.filter(seat=Seat.HELD, session__place=school.gulzar).order_by("made_at")[:5])
    for one in known:
        school.does(school.programme, enrolling.enrol, days=3, session_id=session.pk, trainee_id=one.trainee_id)
    lines = [
        Named(2, {"full_name": "Tariq Namuna", "rank": "Warder", "place": school.gulzar.name, "sex": "male"}),
        Named(3, {"full_name": "Kausar Farzi", "rank": "Female Warder", "place": school.gulzar.name, "sex": "female"}),
        Named(4, {"full_name": "Munir Misali", "rank": "Chief Gardener", "place": "Nowhere"}),
    ]
    school.does(school.programme, arriving.take_in_list, session_id=session.pk, lines=lines)


def _workshop(school: School) -> None:
    """Prison, prosecution and bar over bail that is granted and not used; what was hard goes to the register."""
    session = school.session(
        school.naya_bagh, 21, 21, days=15, kind="workshop", title="From the bail order to the gate",
        departments="Prison, prosecution, bar, probation",
    )  # fmt: skip
    school.does(
        school.programme, planning.say_hard, session_id=session.pk, title="Robkars arrive after the gate is closed",
        problem="Release orders reach the prison in the evening and wait for the next morning, or for Monday.",
    )  # fmt: skip
    school.session(
        school.gulzar, 9, 9, days=15, kind="webinar", title="First response to self-harm",
        departments="Prisons of the province", seats=60, trainers=school.trainers[2:],
    )  # fmt: skip
