"""What came of the trainings of the fictional office: tests, what was said, seen and taught on, lists; all invented.

Everything goes through the operations of the site, by the cast.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from rihai.accounts.models import Account
from rihai.accounts.operations.house import as_house
from rihai.demo.training_courses import DAY, OFFICERS, RULES, School
from rihai.instruments.operations import give
from rihai.kit.came import Mark
from rihai.kit.ids import new_id
from rihai.training.academy import operations as academy
from rihai.training.academy.first import keep_up as name_academies
from rihai.training.academy.models import WayStep
from rihai.training.cascades.operations import say_trained
from rihai.training.certificates.models import Completion
from rihai.training.completions.operations import give_list
from rihai.training.courses.models import Trainer
from rihai.training.exams import operations as exams
from rihai.training.exams.forms_of_tests import HANDLER, SHIPPED
from rihai.training.exams.models import CodeHolder
from rihai.training.exams.queries import key_of
from rihai.training.levels import figures, job, said
from rihai.training.sessions.models import Session
from rihai.training.sessions.operations import attending, planning

RIGHT = ("true", "fifteen", "woman", "false", "once", "false", "true", "false", "true", "once")
LEARNT = ((4, 8), (5, 7), (3, 9), (6, 6), (7, 10), (5, None))
"""How many of the ten questions each had right before and after; the last one left early."""
SAID = ("5 5 4 5 5", "4 5 3 4 5", "5 4 3 5 5", "4 4 2 4 4", "5 5 5 5 5")
POINTS = ("useful", "clear", "practice", "language", "respected")
SEEN = ("by_name", "explains", "calms", "reports", "complaints", "health", "registers", "shares")
FINISHED = """Name,Number,Completed on,Certificate
{name},{number},{day},EL-9001
Shahid Farzee,,{day},EL-9002
Nobody Namoona,,31/31/2026,EL-9003
"""


@transaction.atomic
def play_learning(*, at: datetime) -> bool:
    """Let it have happened, as of a moment; False, and nothing done, when it was played already."""
    with as_house(at):
        if WayStep.objects.exists():
            return False
        name_academies(at - DAY * 400)
        school = School(at)
        school.trainers = list(Trainer.objects.order_by("pk"))
        finished = Session.objects.filter(state="finished", kind="course").order_by("on")[0]
        held = Session.objects.filter(state="held", kind="course").order_by("-on")[0]
    _tested(school, finished, LEARNT, days=38)
    school.does(school.programme, exams.close_test, days=36, session_id=finished.pk)
    _tested(school, held, ((4, None), (6, None)), days=1)
    for points in SAID:
        _give(
            school, said.HANDLER, said.FORM, str(finished.pk), dict(zip(POINTS, points.split(), strict=True)), days=38
        )
    _on_the_job(school)
    _into_an_academy(school)
    _from_elsewhere(school)
    return True


def _give(
    school: School, handler: str, form: str, subject: str, values: Mapping[str, Any], *, days: int,
    by: Account | None = None,
) -> None:  # fmt: skip
    about: dict[str, Any] = {"handler": handler, "form_id": form, "subject": subject, "values": values}
    school.does(by or school.trainer, give, days=days, **about)


def _tested(school: School, session: Session, learnt: tuple[tuple[int, int | None], ...], *, days: int) -> None:
    """A test laid down, and the sheets of a few typed in by who teaches."""
    school.does(school.programme, exams.set_test, days=days + 3, session_id=session.pk, form_id=SHIPPED, pass_mark=70)
    with as_house(school.at):
        holders = CodeHolder.objects.filter(session=session).select_related("code")
        codes = [one.code for one in holders.order_by("enrolment__trainee__full_name")]
    for code, sides in zip(codes, learnt, strict=False):
        for moment, right in zip(("before", "after"), sides, strict=True):
            if right is None:
                continue
            answers = {f"q{n}": one if n <= right else "unknown" for n, one in enumerate(RIGHT, 1)}
            values = {"participant": code.code, "when": moment, **answers}
            _give(school, HANDLER, SHIPPED, key_of(code, moment), values, days=days)


def _on_the_job(school: School) -> None:
    """A session of three months ago, of whose people a superior has judged one; a trainer who came out of it."""
    session = school.session(school.gulzar, -100, -99, days=120, course=school.courses[RULES])
    rows = school.enrolled(session, [OFFICERS[9], ("Waris Namoona", "warder", "man")], days=110)
    school.came(session, rows, missing=0, until=-99)
    school.does(school.programme, planning.finish_session, days=98, session_id=session.pk)
    with as_house(school.at):
        done = Completion.objects.filter(enrolment=rows[0]).get()
    seen = {name: "yes" if name != "registers" else "no" for name in SEEN}
    _give(school, job.HANDLER, job.FORM, f"{done.pk}.3", seen, days=5, by=school.supervisor)
    counted = {"place": school.gulzar, "months": 3, "measure": "monitoring.incidents"}
    school.does(school.programme, figures.add_figure, days=2, session_id=session.pk, said=counted)
    out = school.trainers[2]
    school.does(school.programme, say_trained, days=97, session_id=session.pk, trainer_id=out.pk)
    taught = school.session(
        school.naya_bagh, -30, -30, days=40, kind="workshop", title="What every shift needs to know of illness",
        departments="Prison, health department", trainers=[out],
    )  # fmt: skip
    people = [("Nadeem Misali", "warder", "man"), ("Shabana Farzi", "female-warder", "woman")]
    with as_house(school.at):
        day = taught.days.get()
    rows = school.enrolled(taught, people, days=35)
    marks = [Mark(one.pk, "present", new_id(), school.at - DAY * 30) for one in rows]
    school.does(school.programme, attending.mark_day, days=30, day_id=day.pk, marks=marks)


def _into_an_academy(school: School) -> None:
    """A curriculum offered, translated and adopted by an invented academy."""
    named = {
        "title": "Staff Training College of Sehrabad (invented)", "title_ur": "اسٹاف ٹریننگ کالج، صحرا آباد (فرضی)",
        "town": "Sehrabad", "place": None, "is_open": True,
    }  # fmt: skip
    school_of = school.does(school.programme, academy.keep_academy, days=200, said=named)
    steps = (
        ("offered", 200, "", "Letter to the principal"), ("translated", 150, "ur", "Translation read by two trainers"),
        ("adopted", 60, "", "Minutes of the board of studies"),
    )  # fmt: skip
    for step, days, language, source in steps:
        told = {
            "academy": school_of, "step": step, "on": school.today - DAY * days, "language": language,
            "order_number": "", "source": source,
        }  # fmt: skip
        course = school.courses[RULES].pk
        school.does(school.programme, academy.take_step, days=days, course_id=course, said=told)


def _from_elsewhere(school: School) -> None:
    """A list of e-learning with a known number, a likely name and a day that cannot be read."""
    with as_house(school.at):
        one = Completion.objects.select_related("trainee").order_by("pk")[1].trainee
    content = FINISHED.format(name=one.full_name, number=one.number, day=f"{school.today - DAY * 10:%d/%m/%Y}")
    school.does(
        school.programme, give_list, days=1, course_id=school.courses["dynamic-security"].pk,
        provider="E-learning (invented)", content=content.encode(), name="completions.csv",
    )  # fmt: skip
