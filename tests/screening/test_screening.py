"""What is kept of a screening: hand-worked people, the terminal's own answer, classes, and screening again."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.conf import settings
from django.utils import timezone

from rihai.accounts.acting import acting_as
from rihai.accounts.operations.house import as_house
from rihai.days import day_of
from rihai.law.engine import ReadyPack
from rihai.law.load import load_pack, pack_folder
from rihai.law.record import checked
from rihai.law.screen import Screening, could_leave
from rihai.people.models import MovementKind, Person
from rihai.people.operations import correct_facts, end_custody, merge_persons, transfer_person
from rihai.people.queries.records import records_of
from rihai.screening.held import completed, facts_of_places
from rihai.screening.law import said
from rihai.screening.law.judge import judge
from rihai.screening.law.packs import law_on
from rihai.screening.models import AtRisk, Finding, Gap, Screened, Veiled
from tests.people.world import World
from tests.screening.cast import bailed_man, half_a_year_and_a_day, keep, unknown_arrest, woman

DELAY = "crpc_497_delay_general"


def found(person: Person, provision: str = DELAY) -> Finding:
    with as_house():
        return Finding.objects.get(person=person, provision=provision)


def test_a_woman_held_six_months_and_a_day_is_arguable_since_the_day_before_yesterday_s_anniversary(
    world: World,
) -> None:
    today = timezone.localdate()
    with acting_as(clerk := world.worker("lawyer", world.gulzar)):
        person = keep(woman(today), world.gulzar, clerk)
    finding = found(person)
    assert finding.outcome == "arguable"
    assert finding.since_on is not None
    assert timedelta(0) <= today - finding.since_on <= timedelta(days=3)
    assert set(finding.missing) == {"delay_attributed_to_accused", "court_found_hardened"}
    assert (finding.pack, finding.place_id, finding.data_class) == ("pakistan", world.gulzar.pk, "personal")
    with as_house():
        screened = Screened.objects.get(person=person)
    assert screened.leaves == "met", "a court may release a woman under the first proviso whatever the time"
    assert (screened.met_from, screened.open_from) == (None, finding.since_on)


def test_a_man_with_bail_granted_is_still_inside_although(world: World) -> None:
    today = timezone.localdate()
    with acting_as(clerk := world.worker("lawyer", world.naya_bagh)):
        person = keep(bailed_man(today), world.naya_bagh, clerk)
    with as_house():
        inside = Finding.objects.filter(person=person, still_inside=True)
        assert {(one.outcome, one.since_on) for one in inside} == {("met", today - timedelta(days=9))}


def test_of_whom_it_cannot_be_told_the_missing_fact_is_named_and_asked_for(world: World) -> None:
    with acting_as(clerk := world.worker("lawyer", world.gulzar)):
        person = keep(unknown_arrest(timezone.localdate()), world.gulzar, clerk)
    finding = found(person)
    assert finding.outcome == "cannot_tell"
    assert "arrested_on" in finding.missing
    with as_house():
        gaps = set(Gap.objects.filter(person=person).values_list("fact", flat=True))
    assert "arrested_on" in gaps
    assert not gaps & {"delay_attributed_to_accused", "court_found_hardened"}, "a court’s matter is asked of no prison"


def test_what_is_kept_is_what_the_terminal_says_of_the_same_records(world: World) -> None:
    today = timezone.localdate()
    with acting_as(clerk := world.worker("lawyer", world.gulzar)):
        people = [
            keep(record, world.gulzar, clerk)
            for record in (woman(today), bailed_man(today), unknown_arrest(today), woman(today, pregnant=True))
        ]
    records = list(records_of([one.pk for one in people]))
    with as_house():
        place = facts_of_places([world.gulzar.pk])[world.gulzar.pk]
    screening = Screening([load_pack(pack_folder(name)) for name in settings.LAW], today)
    for person, record in zip(people, records, strict=True):
        told = screening.screen(completed(record, place))
        wanted = {
            (one["provision"], one["case_id"] or "", one["outcome"], one["since"], one["due_on"], one["until"])
            for one, finding in zip(told.as_json()["findings"], told.findings, strict=True)
            if one["outcome"] in said.KEPT[finding.provision.kind]
        }
        with as_house():
            kept = {
                (one.provision, one.case_id, one.outcome, *(day and day.isoformat() for day in _days(one)))
                for one in Finding.objects.filter(person=person)
            }
            leaves = Screened.objects.get(person=person).leaves
        assert kept == wanted
        assert leaves == (could_leave(told.findings, told.record, day_of(today)) or "")


def _days(one: Finding) -> tuple[Any, Any, Any]:
    return one.since_on, one.due_on, one.until_on


@pytest.mark.django_db
def test_one_by_one_and_in_bulk_say_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    from rihai.census.synth import invent_records

    law = law_on(timezone.localdate())
    records = [checked(one)[0] for one in invent_records(60, 3, as_of=law.on)]
    few = judge(records, law)
    monkeypatch.setattr(said, "FEW", 0)
    many = judge(records, law)
    for one, other in zip(few, many, strict=True):
        assert dict(one.answers) == dict(other.answers)
        assert (one.gate, one.gaps, one.turns_on) == (other.gate, other.gaps, other.turns_on)


def test_a_finding_has_the_least_class_with_which_it_is_found(world: World) -> None:
    today = timezone.localdate()
    with acting_as(clerk := world.worker("lawyer", world.gulzar)):
        plain = keep(woman(today), world.gulzar, clerk)
        told = woman(today)
        told["cases"][0]["delay_attributed_to_accused"] = False
        by_lawyer = keep(told, world.gulzar, clerk)
        sick = keep(woman(today, pregnant=True), world.gulzar, clerk)
    assert found(plain).data_class == "personal"
    assert found(by_lawyer).data_class == "legal"
    assert found(sick).data_class == "personal", "that she is pregnant changes nothing of the delay"
    with as_house():
        pregnant = AtRisk.objects.get(person=sick, code="pregnant")
        veiled = set(Veiled.objects.filter(person=by_lawyer).values_list("veil", flat=True))
    assert pregnant.data_class == "health"
    assert veiled == {"legal"}


def test_a_corrected_fact_changes_the_answer_in_the_same_act_and_the_finding_keeps_its_key(world: World) -> None:
    today = timezone.localdate()
    with acting_as(clerk := world.worker("lawyer", world.gulzar)):
        person = keep(unknown_arrest(today), world.gulzar, clerk)
        before = found(person)
        record = {"cases": [{"case_id": "51/26 Saddar", "arrested_on": half_a_year_and_a_day(today).isoformat()}]}
        correct_facts(
            person_id=person.pk, version=person.version, record=record, raw={}, true_on=today, actor=clerk,
            at=timezone.now(),
        )  # fmt: skip
    after = found(person)
    assert (before.outcome, after.outcome) == ("cannot_tell", "arguable")
    assert before.pk == after.pk
    assert after.reached_on == today


def test_who_moves_is_found_there_and_who_leaves_is_found_nowhere(world: World) -> None:
    today = timezone.localdate()
    with acting_as(clerk := world.worker("lawyer", world.province)):
        person = keep(woman(today), world.gulzar, clerk)
        moved = transfer_person(
            person_id=person.pk, version=1, place=world.naya_bagh, on=today, actor=clerk, at=timezone.now()
        )
        assert found(person).place_id == world.naya_bagh.pk
        end_custody(
            person_id=person.pk,
            version=moved.version,
            kind=MovementKind.RELEASE,
            on=today,
            actor=clerk,
            at=timezone.now(),
        )
    with as_house():
        assert not Finding.objects.filter(person=person).exists()
        assert not Screened.objects.filter(person=person).exists()


def test_who_turns_out_to_be_another_is_found_once(world: World) -> None:
    today = timezone.localdate()
    with acting_as(chief := world.worker("supervisor", world.gulzar)):
        one, other = (keep(woman(today), world.gulzar, chief) for _ in range(2))
        merge_persons(keep_id=one.pk, gone_id=other.pk, actor=chief, at=timezone.now())
    with as_house():
        assert set(Finding.objects.values_list("person", flat=True)) == {one.pk}


@pytest.mark.django_db
def test_the_law_is_ready_for_every_pack_of_the_office() -> None:
    law = law_on(timezone.localdate())
    assert [pack.pack.id for pack in law.ready] == list(settings.LAW)
    assert all(isinstance(pack, ReadyPack) for pack in law.ready)
    assert sorted(law.ranks.values()) == list(range(len(law.provisions)))
