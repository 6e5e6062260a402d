"""The pages of health: who sees what, and a day of a health worker."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from rihai.accounts.acting import acting_as
from rihai.accounts.models import Account
from rihai.accounts.operations.house import as_house
from rihai.casework.health.models import Baby, DutyLine, HealthNeed, SupportPlan
from rihai.casework.health.operations import Booking, Born, Expecting, book, write_baby, write_pregnancy
from rihai.people.models import Person
from tests.casework.health.cast import SECRET, WORRY, need, plan, today
from tests.people.world import World

pytestmark = pytest.mark.django_db


def signed_in(account: Account) -> Client:
    client = Client()
    client.force_login(account)
    return client


@pytest.fixture
def patient(world: World) -> Person:
    clerk, nurse = world.worker("records_officer", world.gulzar), world.worker("health_worker", world.gulzar)
    with acting_as(clerk):
        person = world.enter(clerk)
    with acting_as(nurse):
        need(person, nurse)
        plan(person, nurse)
        write_baby(
            person_id=person.pk, born=Born(called="Noor", born_on=today() - timedelta(days=50)), actor=nurse,
            at=timezone.now(),
        )  # fmt: skip
    return person


def test_the_health_worker_reads_it_and_nobody_else_at_the_same_prison(world: World, patient: Person) -> None:
    address = reverse("casework:health", args=[patient.pk])
    page = signed_in(world.worker("health_worker", world.gulzar)).get(address).content.decode()
    assert SECRET in page
    assert WORRY in page
    with as_house():
        rows = [
            reverse("casework:health-need", args=[HealthNeed.objects.get().pk]),
            reverse("casework:health-support-review", args=[SupportPlan.objects.get().pk]),
            reverse("casework:health-doses", args=[Baby.objects.get().pk]),
        ]
    for role in ("caseworker", "lawyer", "supervisor", "records_officer", "mentor_coordinator", "survivor_counsellor"):
        client = signed_in(world.worker(role, world.gulzar))
        for one in (address, *rows):
            assert client.get(one).status_code in {403, 404}, f"{role} at {one}"
    other = signed_in(world.worker("health_worker", world.naya_bagh))
    assert {other.get(one).status_code for one in (address, *rows)} == {404}


def test_others_read_in_outline_that_there_is_a_need_and_those_on_duty_what_to_do(
    world: World, patient: Person
) -> None:
    address = reverse("people:person", args=[patient.pk])
    page = signed_in(world.worker("caseworker", world.gulzar)).get(address).content.decode()
    assert "There is a need of health" in page
    assert "Something must go on after release" in page
    assert "Greet her, sit with her, never alone" in page
    for word in (SECRET, WORRY, "Tea with Amna", "hepatitis", "Noor"):
        assert word not in page
    page = signed_in(world.worker("records_officer", world.gulzar)).get(address).content.decode()
    assert "There is a need of health" not in page, "a records officer has no outline of health"
    assert "Greet her" in page, "but is on duty"


def test_one_tap_writes_that_she_was_seen(world: World, patient: Person) -> None:
    client = signed_in(world.worker("caseworker", world.gulzar))
    page = client.get(reverse("casework:duty")).content.decode()
    assert "Nurse Salma, extension 4" in page
    with as_house():
        line = DutyLine.objects.get()
    client.post(reverse("casework:duty-look", args=[line.pk]), {"how": "well"})
    with as_house():
        line.refresh_from_db()
    assert line.last_seen_at is not None
    other = signed_in(world.worker("caseworker", world.naya_bagh))
    assert "Greet her" not in other.get(reverse("casework:duty")).content.decode()
    assert other.post(reverse("casework:duty-look", args=[line.pk]), {"how": "well"}).status_code == 404


def test_a_dose_is_written_with_who_gave_it(world: World, patient: Person) -> None:
    client = signed_in(world.worker("health_worker", world.gulzar))
    with as_house():
        address = reverse("casework:health-doses", args=[Baby.objects.get().pk])
    given: dict[str, Any] = {"codes": ["bcg"], "given_on": f"{today():%d/%m/%Y}", "given_where": "Barrack 4"}
    assert client.post(address, given).status_code == 422
    assert client.post(address, {**given, "given_by": "x" * 200}).status_code == 422
    assert client.post(address, {**given, "given_by": "Salma, EPI"}).status_code == 302
    page = client.get(address).content.decode()
    assert "given by <bdi>Salma, EPI</bdi>" in page
    assert "Barrack 4" in page


def test_a_need_is_written_by_hand_and_a_second_one_who_changes_it_is_shown_the_difference(
    world: World, patient: Person
) -> None:
    client = signed_in(world.worker("health_worker", world.gulzar))
    new = reverse("casework:health-need-new", args=[patient.pk])
    day = f"{today():%d/%m/%Y}"
    wrong = client.post(new, {"kind": "skin", "state": "settled", "started_on": day})
    assert wrong.status_code == 422
    assert "Give the day on which it was settled" in wrong.content.decode()
    given: dict[str, Any] = {"kind": "skin", "state": "suspected", "started_on": day, "outline": "itches at night"}
    assert client.post(new, given).status_code == 302
    with as_house():
        one = HealthNeed.objects.get(kind="skin")
    address = reverse("casework:health-need", args=[one.pk])
    opened = {**given, "version": "1", **{f"initial-{name}": value for name, value in given.items()}}
    assert client.post(address, {**opened, "outline": "scabies, whole barrack"}).status_code == 302
    second = client.post(address, {**opened, "outline": "ringworm"})
    assert second.status_code == 409
    assert "scabies, whole barrack" in second.content.decode()
    with as_house():
        one.refresh_from_db()
    assert one.outline == "scabies, whole barrack"


def test_my_work_brings_what_falls_due(world: World, patient: Person) -> None:
    nurse = world.worker("health_worker", world.gulzar)
    with acting_as(nurse):
        book(
            person_id=patient.pk, booking=Booking(on=today(), with_whom="the eye doctor"), actor=nurse,
            at=timezone.now(),
        )  # fmt: skip
    page = signed_in(nurse).get(reverse("home")).content.decode()
    assert "Appointment: the eye doctor" in page
    assert "The support plan is looked at again." in page
    with as_house():
        DutyLine.objects.update(started_at=timezone.now() - timedelta(hours=2))
    worker = signed_in(world.worker("caseworker", world.gulzar)).get(reverse("home")).content.decode()
    assert "Go now" in worker
    assert "the eye doctor" not in worker


def test_the_pages_ask_as_often_for_thirty_people_as_for_ten(world: World) -> None:
    nurse, clerk = world.worker("health_worker", world.gulzar), world.worker("records_officer", world.gulzar)
    client = signed_in(nurse)

    def fill(numbers: range) -> None:
        for number in numbers:
            with acting_as(clerk):
                person = world.enter(
                    clerk, full_name=f"Nargis {number}", cnic=f"90403{number:08}", prison_id=f"U{number}"
                )
            with acting_as(nurse):
                who: dict[str, Any] = {"actor": nurse, "at": timezone.now()}
                need(person, nurse, kind="skin", state="suspected")
                plan(person, nurse)
                book(person_id=person.pk, booking=Booking(on=today(), with_whom="the doctor"), **who)
                write_pregnancy(person_id=person.pk, said=Expecting(known_on=today()), **who)
                write_baby(person_id=person.pk, born=Born(called="N", born_on=today()), **who)

    def asked() -> list[int]:
        counts = []
        for name in ("casework:health-index", "casework:duty", "home"):
            with CaptureQueriesContext(
                connection,
            ) as caught:
                assert client.get(reverse(name)).status_code == 200
            counts.append(sum("set_config" not in one["sql"] for one in caught.captured_queries))
        return counts

    fill(range(5))
    asked()
    few = asked()
    fill(range(5, 15))
    assert asked() == few
