"""Nobody is lost when a worker leaves, and nobody whose plan nobody took; and a word taken back is silence."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from rihai.accounts.acting import acting_as
from rihai.accounts.models import Account, Notification, Posting
from rihai.accounts.operations import house, stop_account
from rihai.accounts.operations.house import as_house
from rihai.casework.aftercare.models import FamilyContact, FamilyTie, MayBeTold, PlanPoint
from rihai.casework.aftercare.operations import (
    give_plan,
    keep_tie,
    let_tell,
    record_contact,
    set_point,
    wish_contact,
)
from rihai.casework.aftercare.operations.errors import WithoutWord
from rihai.casework.aftercare.operations.following import tick
from rihai.casework.aftercare.queries.plans import plan_seen
from rihai.casework.aftercare.work import followup_rows, plan_rows, point_rows
from rihai.casework.health.operations import Said, write_need
from rihai.errors import NotFound
from rihai.kit.audit.models import Event
from rihai.people.models import Consent
from rihai.people.operations import give_consent, withdraw_consent
from tests.casework.aftercare.cast import Desk

pytestmark = pytest.mark.django_db


def _sees(desk: Desk, account: Account) -> bool:
    with acting_as(account, desk.at):
        return plan_seen(desk.plan.pk, actor=account) is not None


def _whose(desk: Desk) -> str:
    plan = desk.plan
    assert (plan.owner_id is None) == (plan.owner_name == "")
    return plan.owner_name


def _rows(desk: Desk, account: Account, rows: Any = plan_rows) -> list[str]:
    with acting_as(account, desk.at):
        return [str(one.word) for one in rows(account, desk.today)]


def test_when_a_worker_leaves_a_supervisor_has_the_plan_at_once_also_when_no_place_shows_her(desk: Desk) -> None:
    chief = desk.world.worker("supervisor", desk.world.gulzar)
    desk.world.worker("supervisor", desk.world.naya_bagh)
    desk.settled()
    desk.does(set_point, plan_id=desk.plan.pk, code="housing", version=0, state="working", owner=desk.worker)
    desk.leaves()
    desk.day = 120
    assert (_sees(desk, desk.worker), _sees(desk, chief)) == (True, False), "by the plan alone, after ninety days"
    with acting_as(house(), desk.at):
        stop_account(account=desk.worker, actor=house(), at=desk.at)
    plan = desk.plan
    assert (plan.owner_id, plan.handed_up_on) == (chief.pk, desk.today)
    assert (_sees(desk, desk.worker), _sees(desk, chief)) == (False, True)
    assert _rows(desk, chief) == ["Came to you"]
    assert "Overdue" in _rows(desk, chief, followup_rows)
    with as_house(desk.at):
        assert PlanPoint.objects.get().owner_id is None
        assert Notification.objects.filter(account=chief.pk, kind="casework.release_plan_left").count() == 1
        assert Event.objects.filter(act="casework.release_plans.left").count() == 1
    other = desk.world.worker("caseworker", desk.world.naya_bagh)
    desk.does(give_plan, by=chief, plan_id=plan.pk, version=plan.version, to=other.pk)
    assert (desk.plan.owner_id, desk.plan.handed_up_on) == (other.pk, None)
    assert not _rows(desk, chief)


def test_the_clock_finds_whose_posting_ended_and_what_nobody_took_before_sight_ends(desk: Desk) -> None:
    chief = desk.world.worker("supervisor", desk.world.gulzar)
    plan = desk.leaves()
    assert _whose(desk) == ""
    desk.day = 55
    tick(desk.at)
    assert _whose(desk) == "", "whoever works there still sees it among nobody's plans"
    desk.day = 61
    tick(desk.at)
    assert (_whose(desk), desk.plan.handed_up_on) == (chief.name, desk.today)
    desk.does(give_plan, by=chief, plan_id=plan.pk, version=desk.plan.version, to=chief.pk)
    assert (_whose(desk), desk.plan.handed_up_on) == (chief.name, None), "the supervisor keeps it"
    with as_house(desk.at):
        Posting.objects.filter(account=chief.pk).update(ended_on=desk.today + timedelta(days=40))
    desk.day = 101
    tick(desk.at)
    assert _whose(desk) == "", "with no supervisor there is nobody; the next tick asks again"
    later = desk.world.worker("supervisor", desk.world.naya_bagh)
    tick(desk.at)
    assert (_whose(desk), _sees(desk, later)) == (later.name, True)


def test_the_health_worker_settles_points_of_health_with_their_words_and_no_other_point(desk: Desk) -> None:
    doctor = desk.world.worker("health_worker", desk.world.gulzar)
    said = Said(kind="diabetes", state="treated", started_on=desk.today, goes_on="insulin")
    assert not _rows(desk, doctor, point_rows)
    desk.does(write_need, by=doctor, person_id=desk.person.pk, said=said)
    assert _rows(desk, doctor, point_rows) == ["Nothing said yet"], "she may leave soon, and her medicine must go on"
    client = Client()
    client.force_login(doctor)
    page = client.get(reverse("casework:release-plan", args=[desk.plan.pk])).content.decode()
    assert reverse("casework:release-point", args=[desk.plan.pk, "medicine"]) in page
    assert reverse("casework:release-point", args=[desk.plan.pk, "housing"]) not in page
    address = reverse("casework:release-point", args=[desk.plan.pk, "medicine"])
    given = {"state": "working", "evidence": "", "care": "insulin, thirty days", "owner": doctor.pk, "due_on": ""}
    assert client.get(reverse("casework:release-point", args=[desk.plan.pk, "housing"])).status_code == 404
    assert client.post(address, given).status_code == 302
    assert "insulin, thirty days" in client.get(reverse("casework:release-plan", args=[desk.plan.pk])).content.decode()
    with as_house(desk.at):
        point = PlanPoint.objects.get()
        assert (point.owner_id, point.changed_by_name, point.evidence) == (doctor.pk, doctor.name, "")
    stranger = desk.world.worker("health_worker", desk.world.naya_bagh)
    for code, by in (("housing", doctor), ("medicine", stranger)):
        with pytest.raises(NotFound):
            desk.does(set_point, by=by, plan_id=desk.plan.pk, code=code, version=1, state="done", evidence="x")


def test_a_family_consent_taken_back_stops_every_word_and_says_who_had_been_told(desk: Desk) -> None:
    desk.settled()
    sister, aunt = desk.relation(), desk.relation("Amna Namoona", kind="aunt")
    for one in (sister, aunt):
        known: dict[str, Any] = {"wants": "yes", "safe": True, "ways": "after five", "may_know": ["well", "visits"]}
        desk.does(keep_tie, relationship_id=one.pk, version=0, **known)
    plan = desk.plan
    telling: dict[str, Any] = {"plan_id": plan.pk, "who": "", "said_how": "alone", "said_on": desk.today}
    row = desk.does(let_tell, relationship_id=sister.pk, **telling)
    call = desk.does(wish_contact, relationship_id=sister.pk, kind="call", wished_on=desk.today)
    desk.does(record_contact, contact_id=call.pk, version=1, state="made", on=desk.today, told=["well"])
    later = desk.does(wish_contact, relationship_id=sister.pk, kind="call", wished_on=desk.today)

    def leave(recipient: str) -> Consent:
        given = desk.does(
            give_consent, person_id=desk.person.pk, purpose="family", recipient=recipient, classes=["personal"],
            given_how="alone", started_on=desk.today,
        )  # fmt: skip
        found: Consent = given[0]
        return found

    desk.does(withdraw_consent, consent_id=leave("Amna Namoona, her aunt").pk)
    with as_house(desk.at):
        silent = {one.relationship_id: not one.may_know for one in FamilyTie.objects.all()}
        assert silent == {sister.pk: False, aunt.pk: True}, "it named the aunt, and stops with her"
        assert MayBeTold.objects.get().withdrawn_at is None
    desk.does(withdraw_consent, consent_id=leave("the family").pk)
    with as_house(desk.at):
        assert not any(one.may_know for one in FamilyTie.objects.all())
        assert MayBeTold.objects.get(pk=row.pk).withdrawn_at is not None
        assert FamilyContact.objects.get(pk=later.pk).state == "dropped"
        assert Notification.objects.filter(account=desk.worker.pk, kind="casework.family_word_back").exists()
    client = Client()
    client.force_login(desk.worker)
    page = client.get(reverse("casework:family", args=[desk.person.pk])).content.decode()
    assert "that the person is alive and how they are" in page, "to whom it had been shared"
    with pytest.raises(WithoutWord):
        desk.does(wish_contact, relationship_id=sister.pk, kind="call", wished_on=desk.today)
    with as_house(desk.at):
        version = FamilyTie.objects.get(relationship=sister).version
    desk.does(keep_tie, relationship_id=sister.pk, version=version, wants="yes", safe=True, ways="", may_know=["well"])
    assert desk.does(wish_contact, relationship_id=sister.pk, kind="call", wished_on=desk.today).state == "wished"
