"""Who keeps a plan sees the person as long as they keep it, and a plan of somebody who left is another's at once."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from rihai.accounts.acting import acting_as
from rihai.accounts.models import Account, Grant, Notification, Posting
from rihai.accounts.operations import house, stop_account
from rihai.accounts.operations.house import as_house
from rihai.casework.plans.models import Plan, Step
from rihai.casework.plans.operations import change_plan, close_plan
from rihai.casework.plans.operations.keeping import hand_up_all
from rihai.casework.plans.queries.plans import plan_seen
from rihai.people.models import MovementKind, Person
from rihai.people.operations import end_custody
from tests.casework.plans.office import Desk

pytestmark = pytest.mark.django_db
LATER = timedelta(days=200)


def _sees(plan: Plan, account: Account) -> bool:
    at = timezone.now() + LATER
    with acting_as(account, at):
        return plan_seen(plan.pk, actor=account, at=at) is not None


def _leave(desk: Desk) -> None:
    with as_house():
        version = Person.objects.values_list("version", flat=True).get(pk=desk.nargis.pk)
    desk.do(end_custody, person_id=desk.nargis.pk, version=version, kind=MovementKind.RELEASE, on=desk.today)


def test_a_plan_of_no_case_stays_in_sight_of_whoever_keeps_it_until_it_is_closed(desk: Desk) -> None:
    plan = desk.plan()
    _leave(desk)
    assert (_sees(plan, desk.amina), _sees(plan, desk.bina)) == (True, False)
    desk.do(
        change_plan, plan_id=plan.pk, version=1, owner_id=desk.bina.pk, owner_name=desk.bina.name,
        review_on=desk.today + timedelta(days=9),
    )  # fmt: skip
    assert (_sees(plan, desk.amina), _sees(plan, desk.bina)) == (False, True)
    desk.do(close_plan, desk.bina, plan_id=plan.pk, version=2, how="done", note="", on=desk.today)
    assert not _sees(plan, desk.bina)


def test_when_its_keeper_leaves_a_plan_is_anothers_at_once_and_so_are_its_steps(desk: Desk) -> None:
    plan = desk.plan()
    step = desk.step(desk.goal(plan))
    assert step.owner_id == desk.amina.pk
    _leave(desk)
    with acting_as(house()):
        stop_account(account=desk.amina, actor=house(), at=timezone.now())
    found = desk.fresh(plan)
    assert (found.owner_id, found.handed_up_on, _sees(plan, desk.chief)) == (desk.chief.pk, desk.today, True)
    with as_house():
        assert Step.objects.get().owner_id == desk.chief.pk
        assert Notification.objects.filter(account=desk.chief.pk, kind="casework.plan_left").count() == 1
        Posting.objects.filter(account=desk.chief.pk).update(ended_on=desk.today)
    at = timezone.now() + timedelta(minutes=1)
    assert hand_up_all(at) == 0, "with no other supervisor it stays where it is, to be found by the next"
    heir = desk.world.worker("supervisor", desk.world.naya_bagh)
    assert hand_up_all(at) == 1
    assert (desk.fresh(plan).owner_id, _sees(plan, heir)) == (heir.pk, True)


def test_sight_of_an_older_plan_is_given_by_the_clock_and_a_sealed_plan_gives_none(desk: Desk) -> None:
    plan = desk.plan()
    with as_house():
        Grant.objects.all().delete()
    hand_up_all(timezone.now())
    with as_house():
        assert Grant.objects.get().account_id == desk.amina.pk
        Grant.objects.all().delete()
        Plan.objects.filter(pk=plan.pk).update(data_class="sealed")
    hand_up_all(timezone.now())
    with as_house():
        assert not Grant.objects.exists(), "a row here would tell who has a sealed record"
