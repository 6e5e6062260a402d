"""What plans offer: figures that count people once, the table of steps, her own extract, what is due in a case."""

from __future__ import annotations

from datetime import timedelta

import pytest

from rihai.accounts.acting import acting_as
from rihai.accounts.operations.house import as_house
from rihai.casework.cases.operations import open_case
from rihai.casework.plans.counted import goals_reached, plans_begun
from rihai.casework.plans.exports import steps_count, steps_sheet
from rihai.casework.plans.operations import close_plan, end_goal
from rihai.casework.plans.panels import due_by_worker, due_in_cases, extract, of_case, timeline
from rihai.people.operations import guard_person
from tests.casework.plans.office import Desk

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def test_figures_count_goals_and_people_apart_and_only_what_the_reader_sees(desk: Desk) -> None:
    first = desk.plan()
    for words in ("one", "two"):
        goal = desk.goal(first, words, domain="work")
        desk.do(end_goal, goal_id=goal.pk, version=1, state="reached", on=desk.today)
    ill = desk.goal(first, "three", desk.health, domain="health")
    desk.do(end_goal, desk.health, goal_id=ill.pk, version=1, state="reached", on=desk.today)
    desk.do(close_plan, plan_id=first.pk, version=1, how="done", note="", on=desk.today)
    desk.plan()
    period = (desk.today, desk.today + DAY)
    with acting_as(desk.amina):
        reached = list(goals_reached(desk.amina, *period))
        begun = list(plans_begun(desk.amina, *period))
    assert (len(reached), {row["person_id"] for row in reached}) == (2, {desk.nargis.pk})
    assert (len(begun), len({row["person_id"] for row in begun})) == (2, 1)
    with acting_as(desk.stranger):
        assert not list(plans_begun(desk.stranger, *period))


def test_the_table_of_steps_holds_no_health_no_words_and_nobody_guarded(desk: Desk) -> None:
    plan = desk.plan()
    desk.step(desk.goal(plan), what="secret words")
    desk.step(desk.goal(plan, "x", desk.health, domain="health"), desk.health, kind="doctor")
    with acting_as(desk.chief):
        sheet = steps_sheet(desk.chief, {}, "en")
        assert [row[2] for row in sheet.rows] == ["Call home"]
        assert "secret" not in str(sheet.rows)
    desk.do(guard_person, desk.chief, person_id=desk.nargis.pk, ground="honour")
    with acting_as(desk.chief):
        assert steps_count(desk.chief, {}) == 0


def test_a_case_shows_its_plan_and_what_is_due_in_it_by_worker(desk: Desk) -> None:
    case = desk.do(open_case, person_id=desk.nargis.pk, programme="women", said={"goes_on": "seen"})
    goal = desk.goal(desk.plan(case_id=case.pk))
    desk.step(goal)
    desk.step(goal, kind="papers", due_on=desk.today - DAY)
    desk.step(goal, kind="home", due_on=desk.today + 30 * DAY)
    with acting_as(desk.amina):
        shown = of_case(desk.amina, case, desk.today)
        due = due_in_cases(desk.amina, [case.pk], desk.today)
        load = due_by_worker(desk.amina, desk.today)
        told = [str(one.says) for one in timeline(desk.amina, desk.nargis.pk)]
    assert shown is not None
    assert shown["waiting"] == 3
    assert [str(one.says) for one in due[case.pk]] == ["Get the papers", "Call home"]
    assert load == {desk.amina.pk: (1, 1)}
    assert told == ["A plan was begun"]
    with acting_as(desk.stranger):
        assert due_in_cases(desk.stranger, [case.pk], desk.today) == {}


def test_she_is_given_what_is_kept_of_her(desk: Desk) -> None:
    desk.step(desk.goal(desk.plan(), "I want to learn to write."), what="Class on Mondays")
    parts = extract(desk.nargis.pk)
    told = str([pairs for _title, pairs in parts])
    assert "I want to learn to write." in told
    assert "Class on Mondays" in told
    with as_house():
        assert len(parts) == 3
