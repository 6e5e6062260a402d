"""What follows of matters: merging and parting carry clients over, a list that brought a client is not undone."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from rihai.accounts.acting import acting_as
from rihai.accounts.models import SYSTEM_ID, Account, Grant
from rihai.accounts.operations.house import as_house
from rihai.errors import Refused
from rihai.kit.offers import Done, Measure, offered
from rihai.legal.matters.exports import for_subject
from rihai.legal.matters.models import ConflictCheck, Party
from rihai.legal.matters.operations import close_matter
from rihai.legal.matters.operations.merging import nothing_is_built
from rihai.legal.matters.panels import timeline
from rihai.people.operations import merge_persons, unmerge_persons
from tests.legal.matters.office import NOON, TODAY, Office

pytestmark = pytest.mark.django_db


def test_a_merge_carries_the_client_over_and_a_parting_brings_her_back(office: Office) -> None:
    chief = office.world.worker("records_officer", office.world.province)
    with acting_as(office.lawyer, NOON):
        twin = office.world.enter(office.lawyer, full_name="Nargis Bibi", cnic="9040300000056")
    matter = office.open(person=twin)
    with acting_as(chief, NOON):
        merge = merge_persons(keep_id=office.nargis.pk, gone_id=twin.pk, actor=chief, at=NOON)
    with as_house(NOON):
        assert Party.objects.get(matter=matter).person_id == office.nargis.pk
        assert set(Grant.objects.filter(ground="assignment").values_list("person_id", flat=True)) == {office.nargis.pk}
    assert office.open(office.lawyer, others=[{"side": "witness", "name": "Nargis Bibi", "number": ""}])
    with acting_as(chief, NOON):
        unmerge_persons(merge_id=merge.pk, actor=chief, at=NOON)
    with as_house(NOON):
        assert Party.objects.get(matter=matter).person_id == twin.pk


def test_a_matter_of_the_one_kept_stays_with_her_when_they_are_parted(office: Office) -> None:
    chief = office.world.worker("records_officer", office.world.province)
    with acting_as(office.lawyer, NOON):
        twin = office.world.enter(office.lawyer, full_name="Nargis Bibi", cnic="9040300000056")
    matter = office.open()
    with acting_as(chief, NOON):
        merge = merge_persons(keep_id=office.nargis.pk, gone_id=twin.pk, actor=chief, at=NOON)
        unmerge_persons(merge_id=merge.pk, actor=chief, at=NOON)
    with as_house(NOON):
        assert Party.objects.get(matter=matter).person_id == office.nargis.pk
        assert not ConflictCheck.objects.exists()


def test_a_list_that_brought_a_client_is_not_undone(office: Office) -> None:
    done = Done(act="people.census.undone", actor=office.lawyer, at=NOON, person_ids=(office.nargis.pk,))
    nothing_is_built(done)
    office.open()
    with pytest.raises(Refused):
        nothing_is_built(done)


def test_the_timeline_tells_the_team_and_says_one_word_to_the_others(office: Office) -> None:
    matter = office.open()
    with acting_as(office.lawyer, NOON):
        assert [one.source for one in timeline(office.lawyer, office.nargis.pk)] == [matter.code]
    with acting_as(office.caseworker, NOON):
        (one,) = timeline(office.caseworker, office.nargis.pk)
        assert (str(one.says), one.url, one.source) == ("Represented: yes.", "", "")
        assert not timeline(office.caseworker, matter.pk)


def test_she_is_told_that_she_is_represented_and_by_whom(office: Office) -> None:
    matter = office.open(counsel="Adv. Sana Misali", others=[{"side": "witness", "name": "Zahid Farzi", "number": ""}])
    ((title, pairs),) = for_subject(office.nargis.pk)
    assert title == matter.code
    told = {str(word): str(value) for word, value in pairs}
    assert (told["Represented"], told["Counsel"]) == ("yes", "Adv. Sana Misali")
    assert office.lawyer.name in told["By whom"]
    assert "Zahid" not in str(told)


def test_matters_are_counted_by_ground_and_success_within_the_team_and_all_by_the_house(office: Office) -> None:
    matter = office.open()
    with acting_as(office.lawyer, NOON):
        close_matter(
            matter_id=matter.pk, version=1, outcome="granted", reason="Bail granted.", on=TODAY,
            actor=office.lawyer, at=NOON,
        )  # fmt: skip
    counted: dict[str, Any] = {
        one.code: one.counted for one in offered(Measure) if one.code.startswith("legal.matters")
    }
    year = (date(2026, 1, 1), date(2027, 1, 1))
    with acting_as(office.lawyer, NOON):
        (row,) = counted["legal.matters.won"](office.lawyer, *year)
        assert (row["ground"], row["success"], row["person_id"]) == ("delay", "yes", office.nargis.pk)
        assert len(counted["legal.matters.opened"](office.lawyer, *year)) == 1
        assert not counted["legal.matters.closed"](office.lawyer, date(2027, 1, 1), date(2028, 1, 1))
    with acting_as(office.other, NOON):
        assert not counted["legal.matters.opened"](office.other, *year)
    with as_house(NOON):
        assert len(counted["legal.matters.won"](Account(pk=SYSTEM_ID), *year)) == 1
