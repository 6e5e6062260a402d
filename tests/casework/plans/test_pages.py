"""The pages of plans: what they show and to whom, what they refuse, what the second of two is shown."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from rihai.accounts.acting import acting_as
from rihai.accounts.operations import grant
from rihai.accounts.operations.house import as_house
from rihai.casework.plans.models import Goal, Need, Plan, Step
from rihai.casework.plans.operations import FirstSaid, record_first_days
from rihai.people.models import Person
from tests.casework.plans.office import Desk, client_of
from tests.screening.cast import keep, woman

pytestmark = pytest.mark.django_db
NASTY = ("x" * 5000, "a\x00b", "\u202eevil", "9" * 2000)


def page(name: str, key: Any) -> str:
    return reverse(f"casework:{name}", args=[key])


def test_a_plan_is_made_on_its_pages_from_the_person_to_the_goal_reached(desk: Desk) -> None:
    client, today = client_of(desk.amina), desk.today
    assert "Begin a plan" in client.get(reverse("people:person", args=[desk.nargis.pk])).content.decode()
    begun = {"begun_on": today.isoformat(), "review_on": (today + timedelta(days=30)).isoformat()}
    answer = client.post(page("plan-begin", desk.nargis.pk), begun, follow=True)
    assert "Write down a need" in answer.content.decode()
    with as_house():
        plan = Plan.objects.get()
    need = {"domain": "family", "level": "2", "priority": "1", "strength": "her mother", "words": "میرے بچے"}
    assert "Write down what they want" in client.post(page("need-new", plan.pk), need, follow=True).content.decode()
    with as_house():
        need_id = Need.objects.get().pk
    goal = {"need": need_id, "words": "میں اپنے بچوں سے ملنا چاہتی ہوں", "wanted_by": ""}
    assert "Now the first step" in client.post(page("goal-new", plan.pk), goal, follow=True).content.decode()
    with as_house():
        goal_id = Goal.objects.get().pk
    step = {"kind": "visit", "what": "Her mother brings them", "owned_by": "family", "owner_id": str(desk.amina.pk),
            "owner_name": "her mother", "due_on": today.isoformat()}  # fmt: skip
    shown = client.post(page("step-new", goal_id), step, follow=True).content.decode()
    assert "Her mother brings them" in shown
    assert "To do" in shown
    with as_house():
        step_id = Step.objects.get().pk
    ended = {"outcome": "done", "on": today.isoformat(), "note": "", "version": 1}
    assert "Done" in client.post(page("step-end", step_id), ended, follow=True).content.decode()
    reached = {"state": "reached", "on": today.isoformat(), "note": "", "version": 1}
    assert "Reached" in client.post(page("goal-end", goal_id), reached, follow=True).content.decode()
    assert "on the way again" in client.post(page("goal-open", goal_id), follow=True).content.decode()
    person = client.get(reverse("people:person", args=[desk.nargis.pk])).content.decode()
    assert "A plan was begun" in person
    assert page("plan", plan.pk) in person


def test_the_second_of_two_workers_is_shown_the_difference_and_nothing_is_overwritten(desk: Desk) -> None:
    step = desk.step(desk.goal(desk.plan()))
    amina, bina = client_of(desk.amina), client_of(desk.bina)
    opened = {
        f"initial-{name}": value for name, value in (
            ("kind", "call"), ("what", "Call Zainab"), ("owned_by", "worker"), ("owner_name", ""),
            ("owner_id", str(desk.amina.pk)), ("due_on", str(step.due_on)),
        )
    }  # fmt: skip
    same = {
        "kind": "call", "owned_by": "worker", "owner_name": "", "owner_id": str(desk.amina.pk),
        "due_on": str(step.due_on), "version": 1, **opened,
    }  # fmt: skip
    amina.post(page("step", step.pk), {**same, "what": "Call Zainab, after six"})
    answer = bina.post(page("step", step.pk), {**same, "what": "Write to Zainab"})
    told = answer.content.decode()
    assert answer.status_code == 409 or answer.status_code == 422
    for words in ("Call Zainab, after six", "Write to Zainab", "Somebody changed this while you wrote"):
        assert words in told
    assert desk.fresh(step).what == "Call Zainab, after six"


def test_the_wrong_worker_finds_nothing_and_who_has_no_part_in_casework_sees_no_plan(desk: Desk) -> None:
    plan = desk.plan()
    need, goal = desk.need(plan), desk.goal(plan)
    step = desk.step(goal)
    rows = [
        ("plan", plan),
        ("plan-history", plan),
        ("plan-paper", plan),
        ("need", need),
        ("goal", goal),
        ("step", step),
    ]
    lawyer, mentor = desk.world.worker("lawyer", desk.world.gulzar), desk.world.worker("mentor", desk.world.gulzar)
    for who in (desk.stranger, lawyer, mentor):
        client = client_of(who)
        assert {client.get(page(name, row.pk)).status_code for name, row in rows} == {404}, who
        assert client.get(page("first-days-of", desk.nargis.pk)).status_code == 404
        assert "Nargis" not in client.get(reverse("casework:plans") + "?whose=all").content.decode()
    assert (
        "Plan and first days"
        not in client_of(lawyer).get(reverse("people:person", args=[desk.nargis.pk])).content.decode()
    )


def test_a_mentor_reads_the_plan_of_the_one_person_and_neither_writes_nor_reads_the_talks(desk: Desk) -> None:
    goal = desk.goal(desk.plan())
    mentor = desk.world.worker("mentor", desk.world.gulzar)
    desk.do(
        grant, desk.chief, account_id=mentor.pk, person_id=desk.nargis.pk, classes=[], ground="match", ground_id=None
    )
    client = client_of(mentor)
    assert str(goal.words) in client.get(page("plan", goal.plan_id)).content.decode()
    for name, key in (
        ("step-new", goal.pk), ("goal", goal.pk), ("plan-paper", goal.plan_id), ("first-days-of", desk.nargis.pk),
        ("assessments", desk.nargis.pk),
    ):  # fmt: skip
        assert client.get(page(name, key)).status_code == 404, name


@pytest.mark.parametrize("text", NASTY)
def test_what_nobody_means_to_write_is_refused_beside_the_field(desk: Desk, text: str) -> None:
    client, plan = client_of(desk.amina), desk.plan()
    need, goal = desk.need(plan), desk.goal(plan)
    step = desk.step(goal)
    asked: dict[str, tuple[Any, tuple[str, ...]]] = {
        "plan-change": (plan, ("owner_id", "due_on")), "plan-review": (plan, ("words", "on", "next_on", "version")),
        "plan-close": (plan, ("how", "on", "note")), "plan-paper": (plan, ("language",)),
        "need-new": (plan, ("domain", "level", "words")), "need": (need, ("level", "state", "strength")),
        "goal-new": (plan, ("need", "words", "wanted_by")), "goal-end": (goal, ("state", "on")),
        "step-new": (goal, ("kind", "what", "owner_id", "due_on", "owner_name")), "step-end": (step, ("outcome", "on")),
    }  # fmt: skip
    for name, (row, fields) in asked.items():
        answer = client.post(page(name, row.pk), dict.fromkeys(fields, text))
        assert answer.status_code in {409, 422}, name
    assert client.get(reverse("casework:plans"), {"after": text, "whose": text, "late": text}).status_code == 200


def _many(desk: Desk, count: int) -> None:
    for at in range(count):
        desk.nargis = _another(desk, at)
        goal = desk.goal(desk.plan())
        desk.step(goal)
        desk.step(goal, kind="papers")


def _another(desk: Desk, at: int) -> Person:
    with acting_as(desk.amina):
        return keep(woman(desk.today, full_name=f"Farzi {at}"), desk.world.gulzar, desk.amina)


def test_pages_ask_as_often_of_many_as_of_few(desk: Desk) -> None:
    client, counted = client_of(desk.amina), []
    plan = desk.plan()
    desk.do(record_first_days, person_id=desk.nargis.pk, said=FirstSaid(asked_on=desk.today, clothing="needs"))
    first = desk.nargis
    for count in (2, 6):
        _many(desk, count)
        desk.nargis = first
        for _again in range(count):
            desk.step(desk.goal(plan))
        found = []
        for address in (
            reverse("casework:plans"), page("plan", plan.pk), page("plan-history", plan.pk),
            reverse("casework:first-days"), page("first-days-of", first.pk), page("assessments", first.pk),
        ):  # fmt: skip
            client.get(address)
            with CaptureQueriesContext(
                connection,
            ) as asked:
                assert client.get(address).status_code == 200
            found.append(len(asked))
        counted.append(found)
    assert counted[0] == counted[1]
