"""Needs, appointments, referrals, support plans, mothers and children: what is kept, refused, stopped and moved."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.apps import apps
from django.db import connection
from django.utils import timezone

from rihai.accounts.acting import acting_as
from rihai.accounts.models import Account, Notification
from rihai.accounts.operations.house import as_house
from rihai.casework.health import operations as act
from rihai.casework.health.models import (
    Appointment,
    Baby,
    Dose,
    DutyLine,
    HealthNeed,
    HealthReferral,
    Look,
    Pregnancy,
    SupportPlan,
)
from rihai.casework.health.operations import Booking, Born, Expecting
from rihai.casework.health.operations.errors import NoConsent, NoSuchCare, WrongCare
from rihai.casework.health.operations.reach import told_before
from rihai.casework.health.panels import due
from rihai.casework.health.queries.care import doses_of, goes_on, is_late
from rihai.kit.audit.models import Event
from rihai.kit.editing import Changed
from rihai.people.models import Consent, MovementKind, Person
from rihai.people.operations import end_custody, merge_persons, unmerge_persons, withdraw_consent
from rihai.people.operations.errors import NoSuchPerson
from tests.casework.health.cast import WORRY, consent, need, plan, said, text, today
from tests.casework.rawfile import raw_database
from tests.people.world import World

pytestmark = pytest.mark.django_db


def begun(world: World) -> tuple[Account, Person, dict[str, Any]]:
    """A health worker of Gulzar, a woman there, and who does it when."""
    nurse, clerk = world.worker("health_worker", world.gulzar), world.worker("records_officer", world.gulzar)
    with acting_as(clerk):
        person = world.enter(clerk)
    return nurse, person, {"actor": nurse, "at": timezone.now()}


def test_what_stood_before_a_need_was_changed_is_kept(world: World) -> None:
    nurse, person, who = begun(world)
    with acting_as(nurse):
        one = need(person, nurse)
        act.change_need(need_id=one.pk, version=1, said=said(treatment="stopped: rash", state="refused"), **who)
        with pytest.raises(Changed):
            act.change_need(need_id=one.pk, version=1, said=said(), **who)
        one.refresh_from_db()
        assert (one.treatment, one.state) == ("stopped: rash", "refused")
        assert told_before(one.history)[0]["was"] == {"treatment": "one a day, 84 days", "state": "treated"}


def test_what_must_go_on_after_release_is_found_until_it_is_settled(world: World) -> None:
    nurse, person, who = begun(world)
    with acting_as(nurse):
        one = need(person, nurse)
        need(person, nurse, kind="skin", state="confirmed", goes_on=None)
        assert [found.pk for found in goes_on(person.pk, actor=nurse)] == [one.pk]
        act.change_need(need_id=one.pk, version=1, said=said(state="settled", settled_on=today()), **who)
        assert goes_on(person.pk, actor=nurse) == []


def test_an_appointment_that_failed_brings_the_next_in_the_same_act(world: World) -> None:
    nurse, person, who = begun(world)
    with acting_as(nurse):
        booking = Booking(on=today(), with_whom="the psychiatrist", how="video")
        one = act.book(person_id=person.pk, booking=booking, **who)
        again = Booking(on=today() + timedelta(days=3), with_whom="the psychiatrist", how="video")
        act.write_outcome(appointment_id=one.pk, version=1, met="no_line", on=today(), again=again, **who)
        with pytest.raises(WrongCare):
            act.write_outcome(appointment_id=one.pk, version=2, met="kept", on=today(), **who)
        found = Appointment.objects.order_by("due_on").values_list("met", "due_on", "how")
        assert list(found) == [("no_line", today(), "video"), ("", today() + timedelta(days=3), "video")]


def test_an_appointment_to_come_can_only_be_called_off(world: World) -> None:
    nurse, person, who = begun(world)
    with acting_as(nurse):
        booking = Booking(on=today() + timedelta(days=2), with_whom="the dentist")
        one = act.book(person_id=person.pk, booking=booking, **who)
        with pytest.raises(WrongCare):
            act.write_outcome(appointment_id=one.pk, version=1, met="kept", on=today(), **who)
        act.write_outcome(appointment_id=one.pk, version=1, met="cancelled", on=today(), **who)
        assert Appointment.objects.get().met == "cancelled"


def test_nothing_is_referred_without_her_consent_and_taking_it_back_stops_it_at_once(world: World) -> None:
    nurse, person, who = begun(world)
    clerk = world.worker("records_officer", world.gulzar)
    with acting_as(nurse):
        one = need(person, nurse)
        given: dict[str, Any] = {
            "need_id": one.pk, "receiver": "District Hospital", "told": "Hepatitis C, tablets",
            "answer_by": today() + timedelta(days=7), **who,
        }  # fmt: skip
        with pytest.raises(NoConsent):
            act.refer_need(consent_id=one.pk, **given)
        leave = consent(person, nurse)
        sent = act.refer_need(consent_id=leave, **given)
        with pytest.raises(WrongCare):
            act.refer_need(consent_id=leave, **given)
    with acting_as(clerk):
        withdraw_consent(consent_id=leave, actor=clerk, at=timezone.now())
    with acting_as(nurse):
        sent.refresh_from_db()
        assert (sent.state, sent.done_on) == ("stopped", today())
        with pytest.raises(NoConsent):
            act.refer_need(consent_id=leave, **given)
        told = Notification.objects.filter(account=nurse.pk, kind="casework.referral_stopped")
        assert [one.url for one in told] == [f"/casework/health/referrals/{sent.pk}/"]


def test_those_on_duty_see_what_to_do_and_nothing_of_why(world: World) -> None:
    nurse, person, _who = begun(world)
    worker = world.worker("caseworker", world.gulzar)
    with acting_as(nurse):
        kept = plan(person, nurse)
    with acting_as(worker):
        line = DutyLine.objects.get(person=person)
        assert WORRY not in str(vars(line))
        act.write_look(line_id=line.pk, how="called", actor=worker, at=timezone.now())
        with pytest.raises(NoSuchCare):
            act.review_plan(plan_id=kept.pk, version=1, text=text(), actor=worker, at=timezone.now())
        with pytest.raises(NoSuchPerson):
            act.write_need(person_id=person.pk, said=said(), actor=worker, at=timezone.now())
    with as_house():
        assert [one.how for one in Look.objects.all()] == ["called"]
        assert Notification.objects.filter(account=nurse.pk, kind="casework.help_called").count() == 1


def test_a_review_that_changes_what_to_do_begins_a_new_line_and_closing_ends_it(world: World) -> None:
    nurse, person, who = begun(world)
    with acting_as(nurse):
        kept = plan(person, nurse)
        act.review_plan(plan_id=kept.pk, version=1, text=text(every_minutes=60, worries="Quieter"), **who)
        assert list(DutyLine.objects.filter(ended_at=None).values_list("every_minutes", flat=True)) == [60]
        kept.refresh_from_db()
        assert told_before(kept.reviews)[0]["was"]["worries"] == WORRY
        act.close_plan(plan_id=kept.pk, version=2, why="Well for a month", **who)
        assert not DutyLine.objects.filter(ended_at=None).exists()
        with pytest.raises(WrongCare):
            act.review_plan(plan_id=kept.pk, version=3, text=text(), **who)
        assert plan(person, nurse).pk != kept.pk, "another may be opened"


def test_a_line_is_late_a_minute_after_its_time_and_not_before(world: World) -> None:
    nurse, person, _who = begun(world)
    with acting_as(nurse):
        plan(person, nurse)
        line = DutyLine.objects.get()
        begins = line.started_at
        assert not is_late(line, begins + timedelta(minutes=30))
        assert is_late(line, begins + timedelta(minutes=31))


def test_who_is_released_is_not_on_the_duty_list_any_more_but_keeps_the_plan(world: World) -> None:
    nurse, person, _who = begun(world)
    clerk = world.worker("records_officer", world.gulzar)
    with acting_as(nurse):
        plan(person, nurse)
    with acting_as(clerk):
        version = Person.objects.get(pk=person.pk).version
        end_custody(
            person_id=person.pk, version=version, kind=MovementKind.RELEASE, on=today(), actor=clerk,
            at=timezone.now(),
        )  # fmt: skip
    with as_house():
        assert not DutyLine.objects.filter(ended_at=None).exists()
        assert SupportPlan.objects.get().closed_on is None


def test_a_birth_writes_the_babies_and_their_doses_are_due_by_the_schedule(world: World) -> None:
    nurse, person, who = begun(world)
    born_on = today() - timedelta(days=43)
    with acting_as(nurse):
        carried = act.write_pregnancy(
            person_id=person.pk, said=Expecting(known_on=born_on - timedelta(days=100)), **who
        )
        with pytest.raises(WrongCare):
            act.end_pregnancy(pregnancy_id=carried.pk, version=1, ended_on=born_on, ending="live", **who)
        twins = (Born(called="Noor", born_on=born_on), Born(called="Zain", born_on=born_on))
        act.end_pregnancy(pregnancy_id=carried.pk, version=1, ended_on=born_on, ending="live", babies=twins, **who)
        noor, zain = Baby.objects.order_by("pk")
        by = {"given_by": "Vaccinator Salma", "given_where": "EPI centre, Gulistan", **who}
        act.give_doses(baby_id=noor.pk, codes=["bcg", "opv0", "hepb0"], given_on=born_on, **by)
        act.give_doses(baby_id=noor.pk, codes=["opv1"], given_on=today(), **by)
        for codes, giver in ((["bcg"], "Salma"), (["penta1"], " ")):
            with pytest.raises(WrongCare):
                act.give_doses(baby_id=noor.pk, codes=codes, given_on=today(), given_by=giver, **who)
        first, second = doses_of([noor, zain], today())
        assert {one.given_by for one in first.given} == {"Vaccinator Salma"}
        assert [one.code for one in first.missing] == ["penta1", "pcv1", "rota1"], "one of a series at a time"
        assert {one.code for one in second.missing} == {"bcg", "opv1", "penta1", "pcv1", "rota1"}, (
            "birth doses are past"
        )
        assert first.coming is not None
        assert (first.coming[0].code, first.coming[1]) == ("opv2", today() + timedelta(days=28)), "four weeks after"
        later = doses_of([noor], today() + timedelta(days=22))[0]
        assert ([one.code for one in later.soon], later.since) == (["opv2"], born_on + timedelta(days=42))
        rows = due(nurse, today())
        assert [(str(one.word), "PCV 1" in str(one.why)) for one in rows] == [("Overdue", True)] * 2


def test_two_persons_joined_have_one_open_plan_and_parted_they_have_two_again(world: World) -> None:
    nurse, one, who = begun(world)
    clerk = world.worker("records_officer", world.gulzar)
    with acting_as(clerk):
        other = world.enter(clerk, full_name="Nargis Bibi", cnic="9040300000016", prison_id="UTP-119")
    with acting_as(nurse):
        need(other, nurse)
        kept, second = plan(one, nurse), plan(other, nurse, worries="Does not eat")
        for person in (one, other):
            act.write_pregnancy(person_id=person.pk, said=Expecting(known_on=today()), **who)
    with acting_as(clerk):
        merge = merge_persons(keep_id=one.pk, gone_id=other.pk, actor=clerk, at=timezone.now())
    with acting_as(nurse):
        assert set(HealthNeed.objects.values_list("person", flat=True)) == {one.pk}
        assert [plan.pk for plan in SupportPlan.objects.filter(closed_on=None)] == [kept.pk]
        assert Pregnancy.objects.filter(ended_on=None).count() == 1
        assert DutyLine.objects.filter(ended_at=None, plan_id=kept.pk).count() == 2
    with acting_as(clerk):
        unmerge_persons(merge_id=merge.pk, actor=clerk, at=timezone.now())
    with acting_as(nurse):
        open_ones = dict(SupportPlan.objects.filter(closed_on=None).values_list("person", "pk"))
        assert open_ones == {one.pk: kept.pk, other.pk: second.pk}
        assert set(Pregnancy.objects.filter(ended_on=None).values_list("person", flat=True)) == {one.pk, other.pk}
        assert set(DutyLine.objects.values_list("person", "plan_id")) == {(one.pk, kept.pk), (other.pk, second.pk)}


Do = Callable[[Person, Account, dict[str, Any]], Any]
BOOKING = Booking(on=today(), with_whom="the doctor")
EXPECTING = Expecting(known_on=today())


def _refer(person: Person, nurse: Account, who: dict[str, Any]) -> Any:
    return act.refer_need(
        need_id=HealthNeed.objects.get().pk, receiver="Hospital", told="t", consent_id=Consent.objects.get().pk,
        answer_by=today(), **who,
    )  # fmt: skip


def _asked(person: Person, nurse: Account, _who: dict[str, Any]) -> None:
    need(person, nurse)
    consent(person, nurse)


def _child(person: Person, _nurse: Account, who: dict[str, Any]) -> Any:
    return act.write_baby(person_id=person.pk, born=Born(called="Noor", born_on=today()), **who)


def _carries(person: Person, _nurse: Account, who: dict[str, Any]) -> Any:
    return act.write_pregnancy(person_id=person.pk, said=EXPECTING, **who)


ACTS: dict[str, tuple[str, tuple[Do, ...], Do]] = {
    "need written": ("needs", (), lambda p, n, _w: need(p, n)),
    "need changed": ("needs", (lambda p, n, _w: need(p, n),), lambda _p, _n, w: act.change_need(
        need_id=HealthNeed.objects.get().pk, version=1, said=said(state="refused"), **w)),
    "booked": ("appointments", (), lambda p, _n, w: act.book(person_id=p.pk, booking=BOOKING, **w)),
    "outcome": ("appointments", (lambda p, _n, w: act.book(person_id=p.pk, booking=BOOKING, **w),),
        lambda _p, _n, w: act.write_outcome(
            appointment_id=Appointment.objects.get(done_on=None).pk, version=1, met="away", on=today(), again=BOOKING,
            **w)),
    "referred": ("referring", (_asked,), _refer),
    "answered": ("referring", (_asked, _refer), lambda _p, _n, w: act.answer_referral(
        referral_id=HealthReferral.objects.get().pk, version=1, state="done", **w)),
    "plan opened": ("support", (), lambda p, n, _w: plan(p, n)),
    "plan reviewed": ("support", (lambda p, n, _w: plan(p, n),), lambda _p, _n, w: act.review_plan(
        plan_id=SupportPlan.objects.get().pk, version=1, text=text(every_minutes=60), **w)),
    "plan closed": ("support", (lambda p, n, _w: plan(p, n),), lambda _p, _n, w: act.close_plan(
        plan_id=SupportPlan.objects.get().pk, version=1, why="w", **w)),
    "looked": ("support", (lambda p, n, _w: plan(p, n),), lambda _p, _n, w: act.write_look(
        line_id=DutyLine.objects.get().pk, how="called", **w)),
    "pregnancy": ("mothers", (), _carries),
    "pregnancy changed": ("mothers", (_carries,), lambda _p, _n, w: act.change_pregnancy(
        pregnancy_id=Pregnancy.objects.get().pk, version=1, said=Expecting(known_on=today(), visits=2), **w)),
    "birth": ("mothers", (_carries,), lambda _p, _n, w: act.end_pregnancy(
        pregnancy_id=Pregnancy.objects.get().pk, version=1, ended_on=today(), ending="live",
        babies=[Born(called="Noor", born_on=today())], **w)),
    "baby": ("mothers", (), _child),
    "outside": ("mothers", (_child,), lambda _p, _n, w: act.baby_left(
        baby_id=Baby.objects.get().pk, version=1, left_on=today(), **w)),
    "doses": ("mothers", (_child,), lambda _p, _n, w: act.give_doses(
        baby_id=Baby.objects.get().pk, codes=["bcg"], given_on=today(), given_by="Salma", **w)),
}  # fmt: skip


def kept_rows() -> dict[str, list[str]]:
    """The rows of every table of this part, notices, and the trail."""
    ours: list[Any] = [one for one in apps.get_app_config("casework").get_models() if ".health." in one.__module__]
    with as_house():
        return {one.__name__: sorted(map(str, one._default_manager.values())) for one in [*ours, Notification, Event]}


@pytest.mark.parametrize("name", ACTS)
def test_interrupted_at_its_last_step_nothing_has_happened(
    world: World, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    module, first, do = ACTS[name]
    nurse, person, who = begun(world)

    def power_cut(*_args: object, **_kwargs: object) -> None:
        raise KeyboardInterrupt

    with acting_as(nurse):
        for step in first:
            step(person, nurse, who)
        before = kept_rows()
        with monkeypatch.context() as broken:
            broken.setattr(f"rihai.casework.health.operations.{module}.append", power_cut)
            with pytest.raises(KeyboardInterrupt):
                do(person, nurse, who)
        assert kept_rows() == before
        do(person, nurse, who)
        assert kept_rows() != before, "and uninterrupted it does happen"


@pytest.mark.django_db(transaction=True)
def test_no_word_of_health_lies_open_in_the_file_of_the_database(world: World) -> None:
    if connection.vendor != "sqlite":
        pytest.skip("the file of the other database is not ours to read; the field is sealed alike")
    nurse, person, who = begun(world)
    with acting_as(nurse):
        one = need(person, nurse)
        act.change_need(need_id=one.pk, version=1, said=said(outline="Another word: Daclatasvir"), **who)
        plan(person, nurse)
        act.write_baby(person_id=person.pk, born=Born(called="Gulnaz-baby", born_on=today()), **who)
    raw = raw_database()
    assert b"Greet her" in raw, "what those on duty do is not sealed, so the file is the right one"
    for word in (b"sofosbuvir", b"Daclatasvir", b"Spoke of dying", b"Tea with Amna", b"Gulnaz-baby"):
        assert word not in raw
    assert Dose.objects.count() == 0
