"""A release plan begins by itself, is made point by point, and tells nobody the day without her word."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from rihai.accounts.acting import acting_as
from rihai.accounts.models import Grant
from rihai.accounts.operations.house import as_house
from rihai.casework.aftercare.agenda import OF_OTHERS, unready
from rihai.casework.aftercare.models import CareWord, HandoverMeeting, MayBeTold, PlanPoint, PlanState, ReleasePlan
from rihai.casework.aftercare.operations import (
    begin_plan,
    give_plan,
    let_tell,
    record_day_told,
    record_meeting,
    set_gate,
    set_point,
    take_back_telling,
)
from rihai.casework.aftercare.operations.errors import NothingSaid, NotNow, WithoutWord
from rihai.casework.aftercare.operations.following import tick
from rihai.casework.aftercare.queries.plans import page_of, plan_seen
from rihai.casework.aftercare.tables import begins_before, intervals, points
from rihai.errors import NotFound
from rihai.kit.audit.models import Event
from rihai.kit.editing import Changed
from rihai.kit.offers import AgendaFor
from rihai.people.models import Consent
from rihai.people.operations import withdraw_consent
from rihai.screening.models import Finding
from tests.casework.aftercare.cast import GATE, Desk

pytestmark = pytest.mark.django_db


def test_the_tables_hold_sixteen_points_and_seven_intervals_in_both_languages() -> None:
    assert len(points()) == 16
    assert all(one.en and one.ur and one.hint_en and one.hint_ur for one in points().values())
    assert {code for code, one in points().items() if one.is_health} == {"medicine", "mind", "substance"}
    assert list(intervals()) == ["h72", "w1", "m1", "m3", "m6", "m12", "m24"]
    assert all(one.ur for one in intervals().values())


def test_a_plan_begins_by_itself_when_the_law_may_open_the_gate_and_only_once(desk: Desk) -> None:
    assert (desk.plan.state, desk.plan.because, desk.plan.earliest_on) == (PlanState.OPEN, "law", desk.today)
    assert tick(desk.at) == 0, "a second look begins nothing"
    with as_house(desk.at):
        ReleasePlan.objects.all().delete()
    assert tick(desk.at) == 1, "the clock begins what an act did not"
    with as_house(desk.at):
        assert Event.objects.filter(act="casework.plans.begun").count() == 1


def test_a_day_further_off_than_the_set_time_begins_nothing_until_it_comes_near(desk: Desk) -> None:
    far = desk.today + begins_before() + timedelta(days=5)
    with as_house(desk.at):
        ReleasePlan.objects.all().delete()
        Finding.objects.all().update(outcome="not_yet", due_on=far)
    assert tick(desk.at) == 0
    desk.day = 6
    assert tick(desk.at) == 1
    assert desk.plan.earliest_on == far
    with as_house(desk.at):
        Finding.objects.all().update(due_on=desk.today + timedelta(days=3))
    tick(desk.at)
    assert desk.plan.earliest_on == desk.today + timedelta(days=3), "the day moves with what the law says"


def test_whoever_takes_the_plan_keeps_sight_of_her_and_a_supervisor_hands_it_on(desk: Desk) -> None:
    plan = desk.taken()
    with as_house(desk.at):
        assert {one.account_id for one in Grant.objects.filter(ground_id=plan.pk, ended_at=None)} == {desk.worker.pk}
    other = desk.world.worker("caseworker", desk.world.province)
    with pytest.raises(NotNow):
        desk.does(give_plan, by=other, plan_id=plan.pk, version=plan.version, to=other.pk)
    chief = desk.world.worker("supervisor", desk.world.province)
    desk.does(give_plan, by=chief, plan_id=plan.pk, version=plan.version, to=other.pk)
    with as_house(desk.at):
        held = Grant.objects.filter(ground_id=plan.pk)
        assert {one.account_id: one.ended_at is None for one in held} == {desk.worker.pk: False, other.pk: True}


def test_a_point_is_set_and_of_two_who_set_it_the_second_is_told(desk: Desk) -> None:
    plan = desk.plan
    desk.does(set_point, plan_id=plan.pk, code="housing", version=0, state="working", owner=desk.worker)
    with pytest.raises(Changed):
        desk.does(set_point, plan_id=plan.pk, code="housing", version=0, state="done", evidence="seen")
    point = desk.does(set_point, plan_id=plan.pk, code="housing", version=1, state="done", evidence="seen by Amna")
    assert (point.done_on, point.version) == (desk.today, 2)
    with pytest.raises(NothingSaid):
        desk.does(set_point, plan_id=plan.pk, code="nothing", version=0, state="done")

    wanted = AgendaFor(body_id=plan.pk, place_id=desk.world.province.pk, most=9)
    (row,), whole = unready(desk.worker, wanted, desk.today)
    assert (whole, row.person_id, row.place_id) == (1, None, desk.person.held_at_id)
    assert "Identity papers: few people" in row.says
    assert not set("123456789") & set(row.says), "one woman is not counted out to a committee"
    assert not unready(desk.worker, replace(wanted, place_id=desk.world.naya_bagh.pk), desk.today)[1]
    for code in OF_OTHERS:
        desk.does(set_point, plan_id=plan.pk, code=code, version=0, state="done", evidence="seen by Amna")
    assert unready(desk.worker, wanted, desk.today) == ([], 0), "what is ready is nobody's matter"


def test_words_of_health_are_written_by_anybody_and_read_by_those_of_health_alone(desk: Desk) -> None:
    desk.does(set_point, plan_id=desk.plan.pk, code="medicine", version=0, state="working", care="insulin")
    doctor = desk.world.worker("health_worker", desk.world.gulzar)
    with acting_as(desk.worker, desk.at):
        page = page_of(desk.plan, actor=desk.worker)
        assert next(one for one in page.points if one.point.code == "medicine").care is None
    with acting_as(doctor, desk.at):
        page = page_of(desk.plan, actor=doctor)
        care = next(one for one in page.points if one.point.code == "medicine").care
        assert [one.text for one in care or ()] == ["insulin"]
    with as_house(desk.at):
        assert CareWord.objects.get().data_class == "health"
        assert "insulin" not in PlanPoint.objects.get().evidence


def test_nobody_is_told_the_day_without_her_word(desk: Desk) -> None:
    plan = desk.settled()
    feared = desk.relation("Karim Farzi", safe=False, kind="father")
    with pytest.raises(WithoutWord):
        desk.does(let_tell, plan_id=plan.pk, who="", relationship_id=feared.pk, said_how="aloud", said_on=desk.today)
    sister = desk.relation()
    said: dict[str, Any] = {
        "plan_id": plan.pk,
        "who": "",
        "relationship_id": sister.pk,
        "said_how": "alone",
        "said_on": desk.today,
    }
    row = desk.does(let_tell, **said)
    with pytest.raises(NotNow):
        desk.does(record_day_told, telling_id=row.pk)
    desk.does(set_gate, plan_id=plan.pk, version=desk.plan.version, said={**GATE, "planned_on": desk.today})
    desk.does(record_day_told, telling_id=row.pk)
    desk.does(take_back_telling, telling_id=row.pk)
    with as_house(desk.at):
        row = MayBeTold.objects.get()
        assert (row.told_on, row.withdrawn_at is not None) == (desk.today, True), "to whom it was told stays written"
        assert Consent.objects.get().withdrawn_at is not None


def test_a_consent_withdrawn_elsewhere_stops_the_telling(desk: Desk) -> None:
    plan = desk.plan
    row = desk.does(let_tell, plan_id=plan.pk, who="Amna Namoona", said_how="alone", said_on=desk.today)
    desk.does(set_gate, plan_id=plan.pk, version=plan.version, said={**GATE, "planned_on": desk.today})
    desk.does(withdraw_consent, consent_id=row.consent_id)
    with pytest.raises(WithoutWord):
        desk.does(record_day_told, telling_id=row.pk)


def test_the_handover_meeting_says_who_came_and_who_did_not(desk: Desk) -> None:
    said: dict[str, Any] = {"plan_id": desk.plan.pk, "held_on": desk.today, "where": "visiting room"}
    with pytest.raises(NothingSaid):
        desk.does(record_meeting, **said, attendance={"family": {"came": "no", "why": "fare"}}, decisions="x")
    came: dict[str, Any] = {"herself": {"came": "yes", "why": ""}, "family": {"came": "no", "why": "fare"}}
    desk.does(record_meeting, **said, attendance=came, decisions="The mentor waits at nine.")
    with as_house(desk.at):
        assert HandoverMeeting.objects.get().attendance == came


def test_who_works_elsewhere_or_not_in_casework_finds_no_plan(desk: Desk) -> None:
    stranger = desk.world.worker("caseworker", desk.world.naya_bagh)
    secretary = desk.world.worker("committee_secretary", desk.world.gulzar)
    for one in (stranger, secretary):
        with acting_as(one, desk.at):
            assert plan_seen(desk.plan.pk, actor=one) is None
        with pytest.raises(NotFound):
            desk.does(set_point, by=one, plan_id=desk.plan.pk, code="papers", version=0, state="done")


def test_a_plan_begins_by_hand_once_for_a_time_in_custody(desk: Desk) -> None:
    with pytest.raises(NotNow):
        desk.does(begin_plan, person_id=desk.person.pk)
    with as_house(desk.at):
        ReleasePlan.objects.all().delete()
    assert desk.does(begin_plan, person_id=desk.person.pk).because == "hand"
