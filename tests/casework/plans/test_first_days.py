"""The first days: who came is asked for, what she said is kept by class, what cannot wait becomes a step at once."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from rihai.accounts.acting import acting_as
from rihai.accounts.models import Notification
from rihai.accounts.operations.house import as_house
from rihai.casework.plans.counted import first_days as counted
from rihai.casework.plans.models import AtOnce, FirstDays, FirstDaysHealth, Step
from rihai.casework.plans.operations import FirstSaid, answer_call, record_first_days
from rihai.casework.plans.operations.errors import WrongPlan
from rihai.casework.plans.panels import call_rows, first_days_rows, step_rows
from rihai.casework.plans.queries.first_days import talks_of
from rihai.kit.audit.models import Event
from rihai.people.models import Person
from rihai.people.operations import enter_person, guard_person
from tests.casework.plans.office import Desk
from tests.screening.cast import woman

pytestmark = pytest.mark.django_db


def came(desk: Desk, days: int, name: str = "Rehana Farzi") -> Person:
    """A woman who was admitted some days ago."""
    record = woman(desk.today, full_name=name)
    record["first_admitted_on"] = (desk.today - timedelta(days=days)).isoformat()
    record["cases"][0]["arrested_on"] = record["first_admitted_on"]
    found: Person = desk.do(
        enter_person, place=desk.world.gulzar, record=record, raw={}, true_on=desk.today,
        admitted_on=desk.today - timedelta(days=days),
    )  # fmt: skip
    return found


def said(desk: Desk, **more: Any) -> FirstSaid:
    return FirstSaid(asked_on=desk.today, **more)


def test_who_came_lately_is_asked_for_until_somebody_has_spoken_with_her(desk: Desk) -> None:
    new, late = came(desk, 0), came(desk, 3, "Zubaida Farzi")
    came(desk, 40, "Shazia Farzi")
    with acting_as(desk.amina):
        rows = first_days_rows(desk.amina, desk.today)
        assert [(one.who, one.status) for one in rows] == [("Zubaida Farzi", "overdue"), ("Rehana Farzi", "waiting")]
    with acting_as(desk.stranger):
        assert first_days_rows(desk.stranger, desk.today) == []
    desk.do(record_first_days, person_id=new.pk, said=said(desk, spoke=False))
    desk.do(record_first_days, person_id=late.pk, said=said(desk, clothing="enough"))
    with acting_as(desk.amina):
        rows = first_days_rows(desk.amina, desk.today)
        assert [one.who for one in rows] == ["Rehana Farzi"], "she did not want to speak: she is asked again"
        measured = {row["person_id"]: row["in_time"] for row in counted(desk.amina, desk.today, desk.today + DAY)}
    assert measured == {late.pk: "no"}


DAY = timedelta(days=1)


def test_what_cannot_wait_becomes_a_step_today_or_tomorrow_each_kind_once(desk: Desk) -> None:
    told = said(
        desk, children_home=2, children_tonight="no", call_home="wanted", clothing="needs", sanitary="enough",
        medicine="needs", medicine_which="insulin",
    )  # fmt: skip
    answer = desk.nargis.pk
    first = desk.do(record_first_days, person_id=desk.nargis.pk, said=told, answer_id=answer)
    with as_house():
        steps = {one.kind: (one.due_on, one.data_class) for one in Step.objects.all()}
    assert steps == {
        "children": (desk.today, "personal"), "medicine": (desk.today, "health"),
        "call": (desk.today + DAY, "personal"), "clothes": (desk.today + DAY, "personal"),
    }  # fmt: skip
    again = desk.do(record_first_days, person_id=desk.nargis.pk, said=said(desk, call_home="made"), answer_id=answer)
    with as_house():
        assert [one.pk for one in FirstDays.objects.all()] == [first.pk] == [again.pk], "a correction takes its place"
        assert not Step.objects.exists()
        assert not FirstDaysHealth.objects.exists()
    with pytest.raises(WrongPlan):
        desk.do(record_first_days, person_id=desk.nargis.pk, said=FirstSaid(asked_on=desk.today + DAY))


def test_thoughts_of_self_harm_tell_those_on_duty_what_to_do_and_not_why(desk: Desk) -> None:
    words = "اپنی بیٹی سے بات کرنا"
    desk.do(record_first_days, person_id=desk.nargis.pk, said=said(desk, self_harm="yes", helps=words))
    with as_house():
        call = AtOnce.objects.get()
        told = set(Notification.objects.filter(kind="casework.at_once").values_list("account_id", flat=True))
        trail = " ".join(f"{one.act} {one.detail}" for one in Event.objects.all())
    assert {desk.bina.pk, desk.chief.pk, desk.health.pk} == told, "who asked knows; who works elsewhere is not told"
    assert words not in trail
    assert "self_harm" not in trail
    for who in (desk.amina, desk.bina, desk.health):
        with acting_as(who):
            (row,) = call_rows(who, desk.today)
            assert row.status == "critical"
            assert words not in f"{row}"
            assert "hurt" not in f"{row}"
            (talk,) = talks_of(desk.nargis.pk, actor=who)
            assert (talk.health.helps if talk.health else None) == (words if who == desk.health else None)
    with acting_as(desk.stranger):
        assert call_rows(desk.stranger, desk.today) == []
    desk.do(answer_call, desk.health, call_id=call.pk, version=1, next_on=desk.today + DAY)
    with pytest.raises(WrongPlan, match="has been there"):
        desk.do(answer_call, desk.bina, call_id=call.pk, version=1, next_on=None)
    with acting_as(desk.amina):
        assert call_rows(desk.amina, desk.today) == []


def test_of_a_guarded_woman_only_those_are_told_who_may_see_guarded_people(desk: Desk) -> None:
    desk.do(guard_person, desk.chief, person_id=desk.nargis.pk, ground="honour")
    desk.do(record_first_days, desk.chief, person_id=desk.nargis.pk, said=said(desk, self_harm="yes"))
    with as_house():
        assert not Notification.objects.filter(kind="casework.at_once", account=desk.amina).exists()


def test_steps_of_the_first_days_stand_in_my_work(desk: Desk) -> None:
    desk.do(record_first_days, person_id=desk.nargis.pk, said=said(desk, children_tonight="unknown"))
    with acting_as(desk.amina, timezone.now()):
        (row,) = step_rows(desk.amina, desk.today)
    assert (row.due_on, row.status) == (desk.today, "waiting")
