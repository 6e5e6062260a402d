"""Plans: begun once, in her words, with steps and their days; each class is seen by whoever has it; history is kept."""

from __future__ import annotations

import json
from datetime import timedelta
from uuid import UUID

import pytest
from django.utils import timezone

from rihai.accounts.acting import acting_as
from rihai.accounts.operations import end_posting, grant, house
from rihai.accounts.operations.house import as_house
from rihai.casework.cases.operations import accept_case, close_case, offer_case, open_case
from rihai.casework.plans.models import Assessed, GoalState, Need, Plan, PlanChange, Step
from rihai.casework.plans.operations import (
    StepSaid,
    change_step,
    close_plan,
    end_goal,
    end_step,
    review_plan,
    take_assessment,
    take_needs,
)
from rihai.casework.plans.operations.errors import NoSuchPlan, WrongPlan
from rihai.casework.plans.panels import unkept_rows
from rihai.casework.plans.queries.assessed import assessments_of, compared, proposed
from rihai.casework.plans.queries.plans import history_of, plans_of, shown
from rihai.casework.plans.queries.sight import rows_for
from rihai.kit.audit.models import Event
from rihai.kit.editing import Changed
from rihai.people.models import Consent
from rihai.people.operations import (
    end_custody,
    enter_person,
    give_consent,
    merge_persons,
    unmerge_persons,
    withdraw_consent,
)
from tests.casework.carrying import tables_of
from tests.casework.plans.office import Desk
from tests.people.world import woman

pytestmark = pytest.mark.django_db


def test_a_plan_is_made_in_her_words_and_what_came_of_it_is_kept(desk: Desk) -> None:
    plan = desk.plan()
    need = desk.need(plan)
    goal = desk.goal(plan, "میں اپنے بچوں سے بات کرنا چاہتی ہوں", need_id=need.pk)
    step = desk.step(goal)
    assert (goal.domain, step.owner_id, step.shown) == ("family", desk.amina.pk, "Call Zainab")
    desk.do(end_step, step_id=step.pk, version=1, outcome="done", on=desk.today, note="They wept.")
    desk.do(end_goal, goal_id=goal.pk, version=1, state="reached", on=desk.today)
    desk.do(
        review_plan, plan_id=plan.pk, version=1, on=desk.today, words="اب دل ہلکا ہے", note="",
        next_on=desk.today + timedelta(days=90),
    )  # fmt: skip
    with acting_as(desk.amina):
        page = shown(desk.fresh(plan), actor=desk.amina)
        told = [one.change.what for one in history_of(plan, actor=desk.amina)]
    assert [one.goal.state for one in page.ended_goals] == [GoalState.REACHED]
    assert page.plan.due_on == desk.today + timedelta(days=90)
    assert page.reviews[0].words == "اب دل ہلکا ہے"
    assert told == ["plan.reviewed", "goal.ended", "step.done", "step.added", "goal.added", "need.added", "plan.begun"]
    with as_house():
        acts = list(Event.objects.filter(act__startswith="casework.").order_by("number").values_list("act", flat=True))
    assert acts[:4] == [
        "casework.plan.begun", "casework.need.added", "casework.goal.added", "casework.step.added",
    ]  # fmt: skip


def test_she_has_one_open_plan_and_a_closed_one_takes_nothing_more(desk: Desk) -> None:
    plan = desk.plan()
    with pytest.raises(WrongPlan, match="open plan"):
        desk.plan()
    goal = desk.goal(plan)
    desk.do(close_plan, plan_id=plan.pk, version=1, how="moved", note="", on=desk.today)
    with pytest.raises(WrongPlan, match="closed"):
        desk.step(goal)
    assert desk.plan().pk != plan.pk


def test_of_two_who_change_a_step_the_second_overwrites_nothing(desk: Desk) -> None:
    step = desk.step(desk.goal(desk.plan()))
    later = StepSaid(kind="call", due_on=desk.today + timedelta(days=5), what="Call Zainab")
    desk.do(change_step, step_id=step.pk, version=1, said=later)
    with pytest.raises(Changed):
        desk.do(change_step, desk.bina, step_id=step.pk, version=1, said=StepSaid(kind="visit", due_on=desk.today))
    kept = desk.fresh(step)
    assert (kept.kind, kept.due_on, kept.version) == ("call", desk.today + timedelta(days=5), 2)
    with as_house():
        change = PlanChange.objects.get(what="step.changed")
    assert json.loads(change.said or "") == {
        "due_on": [(desk.today + timedelta(days=1)).isoformat(), (desk.today + timedelta(days=5)).isoformat()]
    }


def test_who_works_elsewhere_finds_no_plan_and_health_is_told_in_outline(desk: Desk) -> None:
    plan = desk.plan()
    need = desk.need(plan, "health", desk.health, words="diabetes")
    goal = desk.goal(plan, "insulin every day", desk.health, need_id=need.pk)
    desk.step(goal, desk.health, kind="doctor", what="insulin")
    with acting_as(desk.stranger):
        assert not plans_of(desk.nargis.pk, actor=desk.stranger)
        assert not rows_for(Need, desk.stranger).exists()
    with pytest.raises(NoSuchPlan):
        desk.goal(plan, who=desk.stranger)
    with acting_as(desk.amina):
        page = shown(plan, actor=desk.amina)
        assert (page.needs, page.goals, page.outline.needs) == ([], [], 1)
        assert [one.kind for one in page.outline.steps] == ["doctor"]
        assert [one.change.what for one in history_of(plan, actor=desk.amina)] == ["plan.begun"]
    with acting_as(desk.health):
        assert [one.words for one in shown(plan, actor=desk.health).needs] == ["diabetes"]


def test_what_is_sealed_is_written_by_her_counsellor_alone_and_leaves_no_trace(desk: Desk) -> None:
    plan = desk.plan()
    with pytest.raises(WrongPlan, match="survivor unit"):
        desk.need(plan, "abuse")
    counsellor = desk.world.worker("survivor_counsellor", desk.world.gulzar)
    with acting_as(desk.chief):
        desk.do(
            grant, desk.chief, account_id=counsellor.pk, person_id=desk.nargis.pk, classes=["sealed"],
            ground="assignment", ground_id=None,
        )  # fmt: skip
    need = desk.need(plan, "abuse", counsellor)
    desk.step(desk.goal(plan, "to be safe", counsellor, need_id=need.pk), counsellor, kind="safe")
    for who in (desk.amina, desk.health, desk.chief):
        with acting_as(who):
            page = shown(plan, actor=who)
            assert not page.needs
            assert not page.goals
            assert not page.outline
            assert len(history_of(plan, actor=who)) == 1
    with acting_as(counsellor):
        assert [one.domain for one in shown(plan, actor=counsellor).needs] == ["abuse"]


def test_assessments_are_compared_and_needs_come_only_where_a_worker_ticks(desk: Desk) -> None:
    for days, level in ((200, 3), (1, 1)):
        desk.do(
            take_assessment, person_id=desk.nargis.pk, asked_on=desk.today - timedelta(days=days),
            said={"family": {"level": level}, "work": {"level": 2, "priority": 1}, "health": {"level": 3}},
            form_version=f"v{days}",
        )  # fmt: skip
    plan = desk.plan()
    with acting_as(desk.amina):
        newest, oldest = assessments_of(desk.nargis.pk, actor=desk.amina)
        rows = {one.domain: one.cells for one in compared([oldest, newest], actor=desk.amina)}
        offered = [one.domain for one in proposed(newest, plan, actor=desk.amina)]
        assert not rows_for(Need, desk.amina).exists(), "nothing goes there by itself"
    assert [cell.went for cell in rows["family"]] == ["", "less"]
    assert [cell.went for cell in rows["work"]] == ["", "same"]
    assert offered == ["work", "family"], "what she put first; health is not hers to see"
    desk.do(take_needs, assessment_id=newest.pk, plan_id=plan.pk, slugs=["work"])
    with pytest.raises(WrongPlan):
        desk.do(take_needs, assessment_id=newest.pk, plan_id=plan.pk, slugs=["work"])
    with acting_as(desk.amina):
        assert [one.domain for one in proposed(newest, plan, actor=desk.amina)] == ["family"]
    with as_house():
        assert Assessed.objects.filter(data_class="health").count() == 2


def test_leave_taken_back_stops_what_rests_on_it_and_the_plan_says_to_whom_it_went(desk: Desk) -> None:
    leave: list[Consent] = desk.do(
        give_consent, person_id=desk.nargis.pk, purpose="care", recipient="Shelter Gulistan", classes=["personal"],
        given_how="thumb", started_on=desk.today,
    )  # fmt: skip
    plan = desk.plan()
    goal = desk.goal(plan)
    step = desk.step(goal, owned_by="partner", owner_name="Shelter Gulistan", consent_id=leave[0].pk, kind="home")
    own = desk.step(goal, owned_by="herself")
    desk.do(withdraw_consent, consent_id=leave[0].pk)
    assert (desk.fresh(step).outcome, desk.fresh(own).outcome) == ("stopped", "")
    with acting_as(desk.amina):
        assert [one.owner_name for one in shown(plan, actor=desk.amina).passed] == ["Shelter Gulistan"]
    with pytest.raises(WrongPlan, match="does not hold"):
        desk.step(goal, owned_by="partner", owner_name="Shelter Gulistan", consent_id=leave[0].pk)


def whose_plans() -> set[UUID]:
    return {one.person_id for model in tables_of("plans") for one in model._default_manager.all()}


def test_two_persons_become_one_with_their_plans_and_two_again(desk: Desk) -> None:
    clerk = desk.world.worker("records_officer", desk.world.province)
    other = desk.do(
        enter_person, clerk, place=desk.world.gulzar, raw={},
        record=woman(full_name="Nargis Bibi", cnic="9040300000016"), true_on=desk.today, admitted_on=desk.today,
    )  # fmt: skip
    plan = desk.plan()
    desk.step(desk.goal(plan))
    desk.do(take_assessment, person_id=desk.nargis.pk, asked_on=desk.today, said={"work": {"level": 1}})
    merge = desk.do(merge_persons, clerk, keep_id=other.pk, gone_id=desk.nargis.pk)
    with as_house():
        assert whose_plans() == {other.pk}
    desk.do(unmerge_persons, clerk, merge_id=merge.pk)
    with as_house():
        assert whose_plans() == {desk.nargis.pk}


def test_nothing_is_due_of_somebody_who_died(desk: Desk) -> None:
    plan = desk.plan()
    step = desk.step(desk.goal(plan))
    desk.do(end_custody, person_id=desk.nargis.pk, version=desk.fresh(desk.nargis).version, kind="death", on=desk.today)
    assert (desk.fresh(plan).closed_how, desk.fresh(step).outcome) == ("died", "not_possible")
    with as_house():
        assert not Plan.objects.filter(done_on=None).exists()
        assert not Step.objects.filter(done_on=None).exists()


def test_a_plan_goes_with_its_case_to_another_worker_and_ends_with_it(desk: Desk) -> None:
    case = desk.do(open_case, person_id=desk.nargis.pk, programme="women", said={"goes_on": "seen"})
    plan = desk.plan(case_id=case.pk)
    step = desk.step(desk.goal(plan))
    (offer,) = desk.do(offer_case, case_id=case.pk, account_ids=[desk.bina.pk], note="")
    desk.do(accept_case, desk.bina, offer_id=offer.pk)
    assert (desk.fresh(plan).owner_id, desk.fresh(step).owner_id) == (desk.bina.pk, desk.bina.pk)
    now = desk.fresh(case)
    ended = {"outcome": "done", "reason": "all done", "on": desk.today}
    desk.do(close_case, desk.bina, case_id=case.pk, version=now.version, **ended)
    assert (desk.fresh(plan).closed_how, desk.fresh(plan).done_on) == ("case", desk.today)


def test_the_plan_of_a_worker_who_left_stands_before_the_supervisor(desk: Desk) -> None:
    desk.plan()
    with acting_as(desk.chief):
        assert unkept_rows(desk.chief, desk.today) == []
    with as_house():
        posting = desk.amina.postings.get()
    end_posting(posting=posting, on=desk.today, actor=house(), at=timezone.now())
    with acting_as(desk.chief):
        assert [(one.who, one.word) for one in unkept_rows(desk.chief, desk.today)] == [("Nargis Farzi", "Came to you")]
    with acting_as(desk.bina):
        assert unkept_rows(desk.bina, desk.today) == []
