"""What was planned with people of the fictional office: talks of the first days, assessments, two plans; once.

Everything goes through the operations of the site, by the cast, on people of the invented lists.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils.timezone import localdate

from rihai.accounts.acting import acting_as
from rihai.accounts.models import Account
from rihai.accounts.operations.house import as_house
from rihai.casework.plans.models import Goal, Plan
from rihai.casework.plans.operations import (
    FirstSaid,
    StepSaid,
    add_goal,
    add_need,
    add_step,
    begin_plan,
    end_goal,
    end_step,
    give_paper,
    record_first_days,
    review_plan,
    take_assessment,
)
from rihai.demo.cast import GULZAR
from rihai.people.models import Person
from rihai.people.queries.people import people_for
from rihai.places.models import Place

WOMEN = 4
DAY = timedelta(days=1)
Steps = Sequence[tuple[str, int, str, str, str]]


@transaction.atomic
def play_plans(*, at: datetime) -> bool:
    """Let it have happened, as of a moment; False, and nothing done, when it was played or too few women are known."""
    with as_house(at):
        if Plan.objects.exists():
            return False
        gulzar = Place.objects.get(code=GULZAR)
        worker = Account.objects.get(email="caseworker@rihai.example")
    with acting_as(worker, at):
        found = people_for(worker).filter(held_at=gulzar, sex="female").exclude(full_name="")
        women = list(found.order_by("full_name", "pk")[:WOMEN])
        if len(women) < WOMEN:
            return False
        _talks(women, worker, at)
        for person in women[:2]:
            _assessed(person, worker, at)
        _first_plan(women[0], worker, at)
        _second_plan(women[1], worker, at)
    return True


def _talks(women: Sequence[Person], worker: Account, at: datetime) -> None:
    """Two talks of these days: one in which the children are not safe, one in which somebody must go to her."""
    today = localdate(at)
    children = FirstSaid(
        asked_on=today, children_home=2, children_with="ان کی پڑوسن", children_tonight="unknown", call_home="wanted",
        call_whom="her sister", clothing="needs", sanitary="needs", medicine="none", self_harm="no",
        first_thing="بچوں کا پتا کریں",
    )  # fmt: skip
    alone = FirstSaid(
        asked_on=today, children_home=0, call_home="made", clothing="enough", sanitary="enough", medicine="needs",
        medicine_which="invented tablets", self_harm="yes", helps="talking with her sister",
    )  # fmt: skip
    for person, said in ((women[2], children), (women[3], alone)):
        record_first_days(person_id=person.pk, said=said, actor=worker, at=at)


def _assessed(person: Person, worker: Account, at: datetime) -> None:
    """The same woman asked twice, four months apart."""
    today = localdate(at)
    for days, family, work in ((120, 3, 2), (6, 1, 2)):
        said: dict[str, dict[str, Any]] = {
            "family": {"level": family, "priority": 1, "words": "میرے بچے مجھ سے بات نہیں کر پاتے"},
            "work": {"level": work, "priority": 2, "strength": "She embroiders."},
            "papers": {"level": 2}, "accommodation": {"level": 1}, "health": {"level": 1},
        }  # fmt: skip
        take_assessment(
            person_id=person.pk, asked_on=today - days * DAY, said=said, form_version="needs_assessment 1",
            actor=worker, at=at,
        )  # fmt: skip


def _first_plan(person: Person, worker: Account, at: datetime) -> None:
    """A plan on the way: a goal with steps done and to do, another reached, a review, the paper she was given."""
    today = localdate(at)
    plan = begin_plan(person_id=person.pk, begun_on=today - 60 * DAY, review_on=today - 30 * DAY, actor=worker, at=at)
    family = _goal(plan, "family", "میں ہر ہفتے اپنے بچوں کی آواز سننا چاہتی ہوں", worker, at)
    papers = _goal(plan, "papers", "میرا شناختی کارڈ بن جائے", worker, at)
    mothers = (
        ("call", 2, "ہفتے کی شام، نانی کے گھر", "herself", ""),
        ("visit", 9, "", "family", "her mother"),
    )
    offices = (("papers", 5, "نادرا کی گاڑی جمعرات کو آتی ہے", "worker", ""),)
    _steps(family, mothers, today, worker, at)
    _steps(papers, offices, today, worker, at)
    letter = add_step(goal_id=family.pk, said=StepSaid(kind="letter", due_on=today), actor=worker, at=at)
    end_step(step_id=letter.pk, version=1, outcome="done", on=today - 20 * DAY, actor=worker, at=at)
    class_ = _goal(plan, "work", "میں اپنا نام لکھنا سیکھنا چاہتی ہوں", worker, at)
    end_goal(
        goal_id=class_.pk, version=1, state="reached", on=today - 15 * DAY, note="She signed for herself.",
        actor=worker, at=at,
    )  # fmt: skip
    review_plan(
        plan_id=plan.pk, version=1, on=today - 15 * DAY, words="اب میں اکیلی نہیں ہوں", note="",
        next_on=today + 12 * DAY, actor=worker, at=at,
    )  # fmt: skip
    give_paper(plan_id=plan.pk, language="ur", actor=worker, at=at)


def _second_plan(person: Person, worker: Account, at: datetime) -> None:
    """A plan just begun, with a step that nobody has taken in time."""
    today = localdate(at)
    plan = begin_plan(person_id=person.pk, begun_on=today - 5 * DAY, review_on=today + 25 * DAY, actor=worker, at=at)
    home = _goal(plan, "accommodation", "A room of my own, away from his street.", worker, at)
    _steps(home, (("home", -1, "Ask the shelter (invented)", "worker", ""),), today, worker, at)


def _goal(plan: Plan, domain: str, words: str, worker: Account, at: datetime) -> Goal:
    need = add_need(plan_id=plan.pk, domain=domain, said={"level": 2, "priority": None}, actor=worker, at=at)
    return add_goal(plan_id=plan.pk, words=words, need_id=need.pk, actor=worker, at=at)


def _steps(goal: Goal, steps: Steps, today: date, worker: Account, at: datetime) -> None:
    for kind, days, what, owned_by, name in steps:
        said = StepSaid(kind=kind, due_on=today + days * DAY, what=what, owned_by=owned_by, owner_name=name)
        add_step(goal_id=goal.pk, said=said, actor=worker, at=at)
