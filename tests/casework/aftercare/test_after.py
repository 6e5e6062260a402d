"""After the gate: follow-ups by the calendar, no contact where none is wanted, back in custody without blame."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from rihai.accounts.acting import acting_as
from rihai.accounts.models import Grant
from rihai.accounts.operations.house import as_house
from rihai.casework.aftercare.measures import MEASURES
from rihai.casework.aftercare.models import FollowUp, OfficerDay, PlanState, ReleasePlan
from rihai.casework.aftercare.operations import (
    list_officer_day,
    record_follow_up,
    record_met,
    record_officer_day,
    set_gate,
)
from rihai.casework.aftercare.operations.errors import NothingSaid, NotNow
from rihai.casework.aftercare.panels import timeline
from rihai.casework.aftercare.queries.plans import plan_seen
from rihai.casework.aftercare.work import followup_rows, plan_rows
from rihai.people.models import MovementKind, Person
from rihai.people.operations import admit_person, end_custody, merge_persons, take_back_end, unmerge_persons
from tests.casework.aftercare.cast import GATE, Desk, reached

pytestmark = pytest.mark.django_db


def _asked(desk: Desk, interval: str, outcome: str = "reached", **more: Any) -> FollowUp:
    row = desk.followup(interval)
    return desk.does(
        record_follow_up,
        followup_id=row.pk,
        version=row.version,
        outcome=outcome,
        on=desk.today,
        said=reached(),
        **more,
    )


def _waiting(desk: Desk) -> list[str]:
    with as_house(desk.at):
        return [one.interval for one in FollowUp.objects.filter(outcome="", dropped_at=None)]


def test_a_release_closes_the_plan_into_follow_ups_due_by_the_calendar(desk: Desk) -> None:
    desk.settled()
    plan = desk.leaves()
    assert (plan.state, plan.left_on) == (PlanState.AFTER, desk.today)
    with as_house(desk.at):
        due = {one.interval: one.due_on for one in FollowUp.objects.all()}
    assert due["h72"] == desk.today + timedelta(days=3)
    assert due["w1"] == desk.today + timedelta(days=7)
    assert due["m12"] is not None
    assert due["m12"].year == desk.today.year + 1
    assert len(due) == 7


def test_released_unexpectedly_she_has_a_plan_today_and_it_stands_first_in_my_work(desk: Desk) -> None:
    with as_house(desk.at):
        ReleasePlan.objects.all().delete()
    plan = desk.leaves()
    assert (plan.because, plan.state) == ("released", PlanState.AFTER)
    with acting_as(desk.worker, desk.at):
        assert plan_rows(desk.worker, desk.today)[0].status == "overdue"


def test_she_is_seen_at_one_week_and_at_six_months_by_whoever_has_the_plan(desk: Desk) -> None:
    desk.settled()
    desk.leaves()
    desk.does(record_met, plan_id=desk.plan.pk, version=desk.plan.version, met="yes", note="Parveen")
    desk.day = 7
    _asked(desk, "w1", care="tired")
    desk.day = 182
    with acting_as(desk.worker, desk.at):
        assert plan_seen(desk.plan.pk, actor=desk.worker), "the tie outlasts the ninety days of the place"
        assert [one.why for one in followup_rows(desk.worker, desk.today)], "what is due stands in My work"
        said = [one.says for one in timeline(desk.worker, desk.person.pk)]
    _asked(desk, "m6")
    assert any("Met at the gate" in str(one) for one in said)
    colleague = desk.world.worker("records_officer", desk.world.gulzar)
    with acting_as(colleague, desk.at):
        assert plan_seen(desk.plan.pk, actor=colleague) is None


def test_who_is_not_reached_is_asked_after_again_and_both_stay_counted(desk: Desk) -> None:
    desk.settled()
    desk.leaves()
    desk.day = 3
    _asked(desk, "h72", "not_reached", again_on=desk.today + timedelta(days=2))
    desk.day = 5
    _asked(desk, "h72")
    first, end = desk.today - timedelta(days=9), desk.today + timedelta(days=1)
    with acting_as(desk.worker, desk.at):
        counted = {one.code: list(one.counted(desk.worker, first, end)) for one in MEASURES}
    assert [one["interval"] for one in counted["casework.followups_due"]] == ["h72"]
    assert [one["person_id"] for one in counted["casework.followups_reached"]] == [desk.person.pk]
    assert len(counted["casework.released"]) == 1
    assert counted["casework.planned_in_time"] == [], "the plan began on the day"
    with pytest.raises(NotNow):
        _asked(desk, "h72")


def test_who_wants_no_contact_is_asked_after_no_more_until_she_says_otherwise(desk: Desk) -> None:
    desk.settled()
    desk.leaves()
    desk.day = 3
    _asked(desk, "h72", "no_contact")
    assert _waiting(desk) == []
    desk.day = 20
    desk.does(set_gate, plan_id=desk.plan.pk, version=desk.plan.version, said=GATE)
    assert _waiting(desk) == ["m1", "m3", "m6", "m12", "m24"], "what had passed meanwhile is not asked"


def test_back_in_custody_the_follow_ups_rest_and_a_new_plan_begins(desk: Desk) -> None:
    desk.settled()
    old = desk.leaves()
    desk.day = 40
    with as_house(desk.at):
        version = Person.objects.get(pk=desk.person.pk).version
    desk.does(admit_person, person_id=desk.person.pk, version=version, place=desk.world.gulzar, on=desk.today)
    with as_house(desk.at):
        old.refresh_from_db()
        assert (old.state, old.returned_on) == (PlanState.RETURNED, desk.today)
        assert not Grant.objects.filter(ground_id=old.pk, ended_at=None).exists()
    assert _waiting(desk) == []
    with acting_as(desk.worker, desk.at):
        counted = next(one for one in MEASURES if one.code == "casework.returned").counted
        assert len(counted(desk.worker, desk.today, desk.today + timedelta(days=1))) == 1


def test_a_release_written_by_mistake_opens_the_plan_again(desk: Desk) -> None:
    desk.settled()
    desk.leaves()
    with as_house(desk.at):
        version = Person.objects.get(pk=desk.person.pk).version
    desk.does(take_back_end, person_id=desk.person.pk, version=version, reason="another woman")
    assert (desk.plan.state, desk.plan.left_on, _waiting(desk)) == (PlanState.OPEN, None, [])
    desk.leaves()
    assert len(_waiting(desk)) == 7


def test_of_who_died_nobody_plans_a_release(desk: Desk) -> None:
    with as_house(desk.at):
        version = Person.objects.get(pk=desk.person.pk).version
    desk.does(end_custody, person_id=desk.person.pk, version=version, kind=MovementKind.DEATH, on=desk.today)
    assert (desk.plan.state, desk.plan.ended_why) == (PlanState.ENDED, "died")


def test_a_day_with_the_officer_that_was_not_kept_has_a_reason_and_a_next_one(desk: Desk) -> None:
    desk.settled()
    plan = desk.leaves()
    said: dict[str, Any] = {
        "kind": "probation",
        "due_on": desk.today,
        "where": "Probation Office Gulistan",
        "officer": "",
    }
    day = desk.does(list_officer_day, plan_id=plan.pk, said=said)
    with pytest.raises(NothingSaid):
        desk.does(record_officer_day, day_id=day.pk, version=1, kept="missed")
    later = desk.today + timedelta(days=14)
    desk.does(record_officer_day, day_id=day.pk, version=1, kept="missed", reason="no fare", next_on=later)
    with as_house(desk.at):
        assert list(OfficerDay.objects.values_list("kept", "due_on")) == [("missed", desk.today), ("", later)]


def test_two_persons_joined_have_one_record_and_parted_again_each_their_own(desk: Desk) -> None:
    desk.settled()
    clerk = desk.world.worker("records_officer", desk.world.province)
    with acting_as(clerk, desk.at):
        other = desk.world.enter(clerk, full_name="Nargis Bibi", cnic="9040300000016", prison_id="UTP-9")
    merge = desk.does(merge_persons, by=clerk, keep_id=other.pk, gone_id=desk.person.pk)
    with as_house(desk.at):
        assert set(ReleasePlan.objects.values_list("person", flat=True)) == {other.pk}
    desk.does(unmerge_persons, by=clerk, merge_id=merge.pk)
    assert desk.plan.gate_by == "mentor"
