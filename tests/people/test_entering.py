"""Entering a person and correcting what is known: what is believed, kept, found, and written in the trail."""

from __future__ import annotations

from datetime import date

import pytest

from rihai.accounts.acting import acting_as
from rihai.accounts.models import Grant, Guarded, Presence
from rihai.accounts.operations.house import as_house
from rihai.kit.audit.models import Event
from rihai.people.models import (
    Charge,
    CriminalCase,
    CustodyEpisode,
    Difference,
    Identifier,
    Movement,
    NameKey,
    Person,
    SourceKind,
    Statement,
)
from rihai.people.operations import Source, correct_facts, decide_difference, enter_person, state
from rihai.people.operations.errors import ChangedMeanwhile, NoSuchPerson, NothingSaid, WrongPlace
from rihai.people.projection import project
from rihai.people.queries.records import record_of, records_of
from tests.people.world import CASE, NOON, TODAY, World, woman

pytestmark = pytest.mark.django_db


def test_what_was_typed_in_is_the_record_and_the_tables_follow(world: World) -> None:
    clerk = world.worker("records_officer", world.gulzar)
    with acting_as(clerk, NOON):
        person = world.enter(clerk)
        assert (person.full_name, person.sex, person.legal_status) == ("Nargis Farzi", "female", "under_trial")
        assert (person.born_earliest, person.born_latest) == (date(1992, 5, 3), date(1992, 5, 3))
        assert (person.held_at_id, person.held_since) == (world.gulzar.pk, date(2026, 3, 10))
        assert CriminalCase.objects.get(person=person).fir_number == "51/2026"
        assert Charge.objects.get(person=person).section == "381-A"
        assert Identifier.objects.get(number_index="9040300000008").person_id == person.pk
        assert NameKey.objects.filter(key="nrgs", place=world.gulzar).get().person_id == person.pk
        assert CustodyEpisode.objects.get(person=person).started_on == date(2026, 3, 12)
        assert Movement.objects.get(person=person).kind == "admission"
    assert next(records_of([person.pk])) == {**woman(), "id": str(person.pk)}


def test_who_enters_health_facts_without_the_class_keeps_them_and_does_not_read_them(world: World) -> None:
    caseworker = world.worker("caseworker", world.gulzar)
    with acting_as(caseworker, NOON):
        person = world.enter(caseworker)
        record = record_of(person.pk, actor=caseworker)
    assert "pregnant" not in record
    assert "delay_attributed_to_accused" not in record["cases"][0]
    assert next(records_of([person.pk]))["pregnant"] is True


def test_identity_numbers_stand_in_no_table_in_the_open(world: World) -> None:
    clerk = world.worker("records_officer", world.gulzar)
    with acting_as(clerk, NOON):
        person = world.enter(clerk)
        rows = str([row.facts for row in Statement.objects.filter(person=person)])
    assert "9040300000008" not in rows
    assert "UTP-118" not in rows


def test_a_person_without_a_name_is_refused_and_nothing_is_kept(world: World) -> None:
    clerk = world.worker("records_officer", world.gulzar)
    with acting_as(clerk, NOON), pytest.raises(NothingSaid):
        enter_person(place=world.gulzar, record={"sex": "male"}, raw={}, true_on=TODAY, actor=clerk, at=NOON)
    with as_house():
        assert not Person.objects.exists()


def test_nobody_enters_a_person_where_they_do_not_work(world: World) -> None:
    clerk = world.worker("records_officer", world.gulzar)
    with acting_as(clerk, NOON), pytest.raises(WrongPlace):
        world.enter(clerk, world.naya_bagh)


def test_a_correction_is_believed_and_what_was_before_stays(world: World) -> None:
    clerk = world.worker("records_officer", world.gulzar)
    with acting_as(clerk, NOON):
        person = world.enter(clerk)
        after = correct_facts(
            person_id=person.pk, version=person.version, record={"full_name": "Nargis Bibi"}, raw={},
            true_on=TODAY, actor=clerk, at=NOON,
        )  # fmt: skip
        assert Person.objects.get(pk=person.pk).full_name == "Nargis Bibi"
        assert Statement.objects.filter(person=person, facts__has_key="full_name").count() == 2
        with pytest.raises(ChangedMeanwhile):
            correct_facts(
                person_id=person.pk,
                version=person.version,
                record={"sex": "male"},
                raw={},
                true_on=TODAY,
                actor=clerk,
                at=NOON,
            )
        last = Event.objects.order_by("number").last()
    assert after.version == person.version + 1
    assert last is not None
    assert (last.act, last.detail) == ("people.facts.corrected", {"facts": ["full_name"]})


def test_a_difference_is_listed_and_decided_either_way(world: World) -> None:
    clerk = world.worker("records_officer", world.gulzar)
    with acting_as(clerk, NOON):
        person = world.enter(clerk, days_ago=20)
        census = Source(kind=SourceKind.CENSUS, at=NOON, true_on=TODAY, title="November.xlsx", sheet="UTP", row=7)
        state(person.pk, {"sex": "male", "cases": [{"case_id": CASE, "arrested_on": "2026-04-10"}]}, census)
        project([person.pk])
        sex, arrest = Difference.objects.filter(person=person).order_by("-path")
        assert (sex.path, arrest.path) == ("sex", f"cases/{CASE}/arrested_on")
        decide_difference(difference_id=sex.pk, keep_ours=True, actor=clerk, at=NOON, true_on=TODAY)
        decide_difference(difference_id=arrest.pk, keep_ours=False, actor=clerk, at=NOON, true_on=TODAY)
        record = record_of(person.pk, actor=clerk)
        assert (record["sex"], record["cases"][0]["arrested_on"]) == ("female", "2026-04-10")
        assert not Difference.objects.filter(person=person).exists()


def test_a_case_keeps_its_key_when_the_tables_are_written_anew(world: World) -> None:
    clerk = world.worker("records_officer", world.gulzar)
    with acting_as(clerk, NOON):
        person = world.enter(clerk)
        before = CriminalCase.objects.get(person=person).pk
        project([person.pk])
        assert CriminalCase.objects.get(person=person).pk == before


def test_who_is_accused_of_blasphemy_is_guarded_at_once_and_seen_by_whoever_wrote_it_down(world: World) -> None:
    clerk, other = world.worker("records_officer", world.gulzar), world.worker("lawyer", world.gulzar)
    case = {"case_id": CASE, "charges": [{"act": "PPC", "section": "295-C"}]}
    with acting_as(clerk, NOON):
        person = world.enter(clerk, cases=[case])
        assert record_of(person.pk, actor=clerk, at=NOON)["full_name"] == "Nargis Farzi"
        assert Guarded.objects.get(person_id=person.pk).ground == "PPC 295-C"
        assert Grant.objects.filter(person_id=person.pk, account=clerk.pk).exists()
    with acting_as(other, NOON):
        assert record_of(person.pk, actor=other, at=NOON) == {"id": str(person.pk)}
        with pytest.raises(NoSuchPerson):
            correct_facts(
                person_id=person.pk, version=1, record={"sex": "male"}, raw={}, true_on=TODAY, actor=other, at=NOON
            )


def test_a_broken_entry_leaves_nothing(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    clerk = world.worker("records_officer", world.gulzar)

    def power_cut(*_args: object, **_kwargs: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr("rihai.people.operations.entering.append", power_cut)
    with acting_as(clerk, NOON), pytest.raises(KeyboardInterrupt):
        world.enter(clerk)
    with as_house():
        for model in (Person, Statement, NameKey, Movement, CriminalCase, Presence):
            assert not model._default_manager.exists()
