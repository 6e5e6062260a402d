"""Two people kept apart: no group, cell or prison puts them together, and nobody is told why."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from rihai.accounts.acting import acting_as
from rihai.accounts.models import Account
from rihai.accounts.operations.house import as_house
from rihai.casework.services.errors import NotTogether
from rihai.casework.sessions import operations as act
from rihai.casework.sessions.models import Apart
from rihai.casework.sessions.panels import apart_rows, extract
from rihai.casework.sessions.queries.apart import aparts_of
from rihai.errors import NotFound
from rihai.kit.audit.models import Event
from rihai.people.models import Person
from rihai.people.operations import merge_persons, place_in_unit, transfer_person, unmerge_persons
from tests.casework.services.office import Office
from tests.casework.sessions.groups import a_group, a_session, take_in
from tests.people.world import NOON, TODAY

pytestmark = pytest.mark.django_db
REASON = "Her brother-in-law’s people paid for it"


def _apart(office: Office, one: Person, other: Person, level: str = "group", by: Account | None = None) -> Apart:
    actor = by or office.worker
    with acting_as(actor, NOON):
        return act.keep_apart(
            one_id=one.pk, other_id=other.pk, role_one="harmed", role_other="harms", level=level, reason=REASON,
            data_class="personal", on=TODAY, review_on=TODAY + timedelta(days=10), actor=actor, at=NOON,
        )  # fmt: skip


def _two(office: Office) -> tuple[Person, Person]:
    return office.person(), office.person(full_name="Zahida Namoona", cnic="9040300000016", prison_id="UTP-9")


def test_no_group_and_no_session_takes_both_and_the_refusal_says_only_not_together(office: Office) -> None:
    one, other = _two(office)
    _apart(office, one, other)
    group, rows = a_group(office), [office.enrolled(one), office.enrolled(other)]
    session = a_session(office, group)
    take_in(office, group, rows[:1])
    with pytest.raises(NotTogether) as told:
        take_in(office, group, rows[1:])
    with acting_as(office.worker, NOON), pytest.raises(NotTogether):
        act.expect_too(session_id=session.pk, enrolment_id=rows[1].pk, actor=office.worker, at=NOON)
    assert str(told.value).startswith("Not together")
    assert not {"Nargis", "Zahida", "harm", "brother"} & set(str(told.value).split())


def test_a_transfer_is_refused_until_a_supervisor_records_it_and_then_it_stands_on_their_list(office: Office) -> None:
    one = office.person()
    clerk = office.world.worker("records_officer", office.world.province)
    with acting_as(clerk, NOON):
        other = office.world.enter(clerk, office.world.naya_bagh, full_name="Zahida Namoona", cnic="9040300000016")
    boss = office.supervisor
    _apart(office, one, other, "prison", by=boss)
    move: dict[str, Any] = {"person_id": other.pk, "version": 1, "place": office.world.gulzar, "on": TODAY, "at": NOON}
    with acting_as(clerk, NOON), pytest.raises(NotTogether):
        transfer_person(**move, actor=clerk)
    with acting_as(boss, NOON):
        transfer_person(**move, actor=boss)
        assert [(one.word, one.status) for one in apart_rows(boss, TODAY)] == [
            ("Together", "critical"), ("To review", "waiting"),
        ]  # fmt: skip


def test_one_cell_is_refused_and_another_is_not(office: Office) -> None:
    one, other = _two(office)
    _apart(office, one, other, "unit")
    clerk = office.world.worker("records_officer", office.world.gulzar)

    def placed(person: Person, unit: str, version: int) -> Person:
        return place_in_unit(person_id=person.pk, version=version, unit=unit, on=TODAY, actor=clerk, at=NOON)

    with acting_as(clerk, NOON):
        placed(one, "Barrack 2", 1)
        with pytest.raises(NotTogether):
            placed(other, "Barrack 2", 1)
        placed(other, "Barrack 3", 1)


def test_only_who_sees_both_sees_the_record_and_neither_the_log_nor_her_extract_tells(office: Office) -> None:
    one, other = _two(office)
    row = _apart(office, one, other)
    for actor, sees in ((office.worker, 1), (office.other, 0), (office.lawyer, 0)):
        with acting_as(actor, NOON):
            assert len(aparts_of(one.pk, actor=actor)) == sees
    with as_house(NOON):
        lines = Event.objects.filter(act__startswith="casework.apart")
        assert {(one.subject, one.kind) for one in lines} == {(str(row.pk), "casework.apart")}
        assert str(other.pk) not in str([one.detail for one in lines])
    assert "Zahida" not in str(extract(one.pk))


def test_it_is_looked_at_again_and_ends(office: Office) -> None:
    row = _apart(office, *_two(office))
    with acting_as(office.other, NOON), pytest.raises(NotFound):
        act.end_apart(apart_id=row.pk, version=1, on=TODAY, because="x", actor=office.other, at=NOON)
    with acting_as(office.worker, NOON):
        assert [one.word for one in apart_rows(office.worker, TODAY)] == ["To review"]
        act.review_apart(
            apart_id=row.pk, version=1, level="group", review_on=TODAY + timedelta(days=90), today=TODAY,
            actor=office.worker, at=NOON,
        )  # fmt: skip
        assert apart_rows(office.worker, TODAY) == []
        act.end_apart(apart_id=row.pk, version=2, on=TODAY, because="x", actor=office.worker, at=NOON)


def test_it_goes_along_when_persons_are_merged_and_comes_back(office: Office) -> None:
    one, other = _two(office)
    third = office.person(full_name="Nargis Bibi", cnic="9040300000024", prison_id="UTP-7")
    row = _apart(office, third, other)
    clerk = office.world.worker("records_officer", office.world.province)
    with acting_as(clerk, NOON):
        merge = merge_persons(keep_id=one.pk, gone_id=third.pk, actor=clerk, at=NOON)
        with as_house(NOON):
            assert Apart.objects.get(pk=row.pk).one_id == one.pk
        unmerge_persons(merge_id=merge.pk, actor=clerk, at=NOON)
        with as_house(NOON):
            assert Apart.objects.get(pk=row.pk).one_id == third.pk


def test_the_page_finds_the_other_and_keeps_them_apart(office: Office, client: Any) -> None:
    one, other = _two(office)
    client.force_login(office.worker)
    url = reverse("casework:apart-new", args=[one.pk])
    assert f"other={other.pk}" in client.get(url, {"q": "Zahida Namoona"}).content.decode()
    said = {
        "role_one": "harmed", "role_other": "harms", "level": "group", "reason": REASON, "data_class": "personal",
        "review_on": str(timezone.localdate() + timedelta(days=30)),
    }  # fmt: skip
    late = client.post(f"{url}?other={other.pk}", {**said, "review_on": "2020-01-01"})
    assert late.status_code == 422
    assert client.post(f"{url}?other={other.pk}", said).status_code == 302
    with as_house():
        row = Apart.objects.get()
    assert row.reason == REASON
    page, later = reverse("casework:apart", args=[row.pk]), str(timezone.localdate() + timedelta(days=60))
    assert client.get(page).status_code == 200
    review = {"level": "prison", "review_on": later, "version": 1}
    assert client.post(page, {**review, "review_on": "2020-01-01"}).status_code == 422
    assert client.post(page, review).status_code == 302
    assert client.post(page, review).status_code == 409, "somebody was quicker"
    assert client.post(page, {"because": "she left", "version": 2}).status_code == 302
