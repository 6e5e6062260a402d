"""A death is a file with clocks: opened by who inspects or by the record, and custody ends in one place alone."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from rihai.accounts.acting import acting_as
from rihai.accounts.models import Account
from rihai.accounts.operations.house import as_house
from rihai.kit.audit.models import Event
from rihai.monitoring.deaths import operations
from rihai.monitoring.deaths.models import Death, DeathStep, Deceased, StepKind
from rihai.monitoring.deaths.queries import deceased_of
from rihai.monitoring.deaths.queries.rates import Rate, rates
from rihai.monitoring.deaths.work import rows
from rihai.monitoring.errors import NoSuchDeath, NothingSaid, NotNow
from rihai.people.models import CustodyEpisode, MovementKind, Person
from rihai.people.operations import end_custody, guard_person
from tests.monitoring.world import Desk, signed_in


@pytest.fixture
def officer(desk: Desk) -> Account:
    """Who keeps the record at Naya Bagh."""
    return desk.world.worker("records_officer", desk.world.naya_bagh)


def held(desk: Desk, officer: Account, **more: Any) -> Person:
    """Somebody held at Naya Bagh for some days."""
    with acting_as(officer, desk.at):
        return desk.world.enter(officer, desk.world.naya_bagh, **more)


def test_a_death_in_the_record_opens_a_file_that_waits_and_names_nobody_until_it_is_taken_up(
    desk: Desk, officer: Account
) -> None:
    person, today = held(desk, officer), timezone.localdate()
    desk.does(
        end_custody, by=officer, person_id=person.pk, version=person.version, kind=MovementKind.DEATH, on=today
    )  # fmt: skip
    with acting_as(desk.lead, desk.at):
        one = Death.objects.get()
        unnamed = deceased_of([one], actor=desk.lead)
        waiting = [row.act for row in rows(desk.lead, today)]
    page = signed_in(desk.lead).get(f"/monitoring/deaths/{one.pk}/").content.decode()
    desk.does(operations.take_up, death_id=one.pk)
    named = signed_in(desk.lead).get(f"/monitoring/deaths/{one.pk}/").content.decode()

    assert (unnamed, waiting) == ({}, ["Take it up"])
    assert "withheld: personal" in page
    assert "Nargis Farzi" not in page
    assert "Nargis Farzi" in named
    assert one.place_id == desk.world.naya_bagh.pk
    with as_house():
        assert DeathStep.objects.filter(due_at__isnull=False).count() == len(StepKind.values) - 1


def test_who_is_guarded_is_not_shown_by_taking_up_the_file(desk: Desk, officer: Account) -> None:
    person, today = held(desk, officer), timezone.localdate()
    supervisor = desk.world.worker("supervisor", desk.world.naya_bagh)
    desk.does(guard_person, by=supervisor, person_id=person.pk, ground="threatened")
    with as_house():
        version = Person.objects.get(pk=person.pk).version
    desk.does(
        end_custody, by=supervisor, person_id=person.pk, version=version, kind=MovementKind.DEATH, on=today
    )  # fmt: skip
    with as_house():
        one = Death.objects.get()
    desk.does(operations.take_up, death_id=one.pk)
    page = signed_in(desk.lead).get(f"/monitoring/deaths/{one.pk}/").content.decode()
    assert "Nargis Farzi" not in page
    assert "withheld: personal" in page


def test_a_file_for_somebody_held_ends_custody_by_the_act_of_the_record_and_only_once(
    desk: Desk, officer: Account
) -> None:
    person, today = held(desk, officer), timezone.localdate()
    with as_house():
        from rihai.accounts.models import Grant

        Grant.objects.create(
            account=desk.lead, person_id=person.pk, data_class="personal", ground="assignment", started_at=desk.at
        )
    said = {"place": desk.world.naya_bagh, "on": today, "where": "hospital"}
    one = desk.does(operations.record_death, said=said, person_id=person.pk)

    with as_house():
        episode = CustodyEpisode.objects.get(person=person)
        acts = list(Event.objects.filter(act__contains="died").values_list("act", flat=True))
        assert (episode.ended_by, episode.ended_on) == (MovementKind.DEATH, today)
        assert acts == ["people.person.died"]
        assert Death.objects.count() == 1, "the record's own offer opens no second file"
        assert Deceased.objects.get().person_id == person.pk
    with pytest.raises(NotNow, match="already"):
        desk.does(operations.record_death, said=said, person_id=person.pk)
    assert one.owner_id == desk.lead.pk


def test_a_cause_is_provisional_until_settled_and_then_changes_by_a_settled_word_alone(desk: Desk) -> None:
    said = {"place": desk.world.naya_bagh, "on": timezone.localdate(), "name": "Somebody"}
    one = desk.does(operations.record_death, said=said)
    word = {"cause": "suicide", "said_by": "The prison", "source": "Its register"}
    desk.does(operations.say_cause, death_id=one.pk, said=word)
    with pytest.raises(NotNow, match="settled"):
        desk.does(operations.close_death, death_id=one.pk)
    desk.does(
        operations.say_cause, death_id=one.pk,
        said={"cause": "staff", "said_by": "Hospital", "source": "Post-mortem 12/26", "is_settled": True},
    )  # fmt: skip
    with pytest.raises(NotNow, match="settled word"):
        desk.does(operations.say_cause, death_id=one.pk, said=word)
    with pytest.raises(NothingSaid):
        desk.does(operations.say_cause, death_id=one.pk, said={**word, "cause": "unknown", "is_settled": True})

    with as_house():
        fresh = Death.objects.get(pk=one.pk)
        assert (fresh.cause, fresh.is_settled, fresh.review_on) == ("staff", True, None)
        assert [each.cause for each in fresh.causes.all()] == ["suicide", "staff"], "what was said before stays"
    with pytest.raises(NotNow, match="step waits"):
        desk.does(operations.close_death, death_id=one.pk)


def test_a_step_says_when_or_why_not_and_its_clock_reaches_my_work(desk: Desk) -> None:
    said = {"place": desk.world.naya_bagh, "on": timezone.localdate(), "name": "Somebody"}
    one = desk.does(operations.record_death, said=said)
    with as_house():
        kin = one.steps.get(kind=StepKind.KIN)
    with pytest.raises(NothingSaid, match="when"):
        desk.does(operations.write_step, step_id=kin.pk, version=1, said={"state": "done"})
    with pytest.raises(NothingSaid, match="why"):
        desk.does(operations.write_step, step_id=kin.pk, version=1, said={"state": "none_found"})
    later = timezone.localdate() + timedelta(days=2)
    with acting_as(desk.lead, desk.at + timedelta(days=2)):
        assert "Next of kin told".casefold() in {str(row.why).casefold() for row in rows(desk.lead, later)}
    done = {"state": "done", "done_at": desk.at, "by_whom": "Superintendent", "to_whom": "A brother"}
    desk.does(operations.write_step, step_id=kin.pk, version=1, said=done)
    with acting_as(desk.lead, desk.at + timedelta(days=2)):
        assert "next of kin told" not in {str(row.why).casefold() for row in rows(desk.lead, later)}
    page = signed_in(desk.lead).get(f"/monitoring/deaths/{one.pk}/").content.decode()
    assert "Rule 69" in page
    assert "A brother" in page


def test_who_does_not_inspect_there_finds_no_file(desk: Desk, officer: Account) -> None:
    said = {"place": desk.world.gulzar, "on": timezone.localdate(), "name": "Somebody"}
    one = desk.does(operations.record_death, said=said)
    for who in (desk.second, desk.official, officer):
        assert signed_in(who).get(f"/monitoring/deaths/{one.pk}/").status_code == 404
        with pytest.raises(NoSuchDeath):
            desk.does(operations.take_up, by=who, death_id=one.pk)


def test_rates_rest_on_days_held_say_few_and_what_they_are_compared_with(desk: Desk, officer: Account) -> None:
    for number in range(3):
        held(desk, officer, full_name=f"Person {number}", cnic=None, prison_id=f"UTP-{number}")
    said = {"place": desk.world.naya_bagh, "on": timezone.localdate(), "name": "Somebody"}
    desk.does(operations.record_death, said=said)
    today = timezone.localdate()
    with acting_as(desk.lead, desk.at):
        found = rates(desk.lead, today - timedelta(days=99), today + timedelta(days=1))

    row = found.rows[0]
    assert row.own.deaths == 1
    assert row.own.years == pytest.approx(3 * 100 / 365.25)
    assert row.own.is_few
    assert row.others.value is None, "no other prison holds anybody"
    exact = Rate(8, 1_900)
    assert exact.value == pytest.approx(4.21, abs=0.005), "the vector of the instrument"
    assert exact.interval == pytest.approx((3.4538 / 1.9, 15.7632 / 1.9), abs=0.001), "Garwood's table for eight"
    page = signed_in(desk.lead).get("/monitoring/deaths/rates/").content.decode()
    assert "nothing is adjusted for age" in page
    assert "nothing to compare with" in page


def test_few_deaths_do_not_leave_the_house(desk: Desk) -> None:
    from rihai.monitoring.deaths.exports import sheet
    from rihai.profile.disclosure import control

    said = {"place": desk.world.naya_bagh, "on": timezone.localdate(), "name": "Somebody"}
    desk.does(operations.record_death, said=said)
    with acting_as(desk.lead, desk.at):
        made = sheet(desk.lead, {}, "en")
    table = made.as_table(control(made.figures).release)
    assert [str(row[1]) for row in table.rows] == ["Absent.SUPPRESSED"] * 2
