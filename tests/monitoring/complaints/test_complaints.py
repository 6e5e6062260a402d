"""A complaint has a day by which it is answered; what the prison must not see it does not see; silence goes up."""

from __future__ import annotations

from datetime import timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import transaction
from django.utils import timezone

from rihai.accounts.acting import acting_as
from rihai.accounts.models import Account, Notification
from rihai.accounts.operations.house import as_house
from rihai.kit.audit.models import Event
from rihai.kit.ids import new_id
from rihai.monitoring import numbered
from rihai.monitoring.complaints import exports, operations
from rihai.monitoring.complaints.models import Complaint
from rihai.monitoring.complaints.offers import in_time, received
from rihai.monitoring.complaints.queries.numbers import numbers
from rihai.monitoring.complaints.shown import work
from rihai.monitoring.errors import NoSuchComplaint, NothingSaid, NotNow
from tests.monitoring.world import Desk, signed_in

WATER = "There is no water after noon."


@pytest.fixture
def worker(desk: Desk) -> Account:
    """A caseworker at Naya Bagh."""
    return desk.world.worker("caseworker", desk.world.naya_bagh)


def write(desk: Desk, who: Account, *, ago: int = 0, person: Any = None, **more: Any) -> Complaint:
    """A complaint about water to the superintendent, which came some days ago: its answer is due after seven."""
    said = {
        "place": desk.world.naya_bagh, "kind": "water", "by": "person", "says": WATER, "to_whom": "Superintendent",
        "received_on": timezone.localdate() - timedelta(days=ago), **more,
    }  # fmt: skip
    return desk.does(operations.write_complaint, by=who, said=said, person_id=person.pk if person else None)


def fresh(one: Complaint) -> Complaint:
    with as_house():
        return Complaint.objects.get(pk=one.pk)


def test_the_prison_answers_what_it_may_see_and_never_sees_who_asks_or_what_is_confidential(
    desk: Desk, worker: Account
) -> None:
    with acting_as(worker, desk.at):
        person = desk.world.enter(worker, desk.world.naya_bagh)
    plain = write(desk, worker, person=person, named_as="")
    hidden = write(desk, worker, kind="staff", is_confidential=True, says="Beaten by a guard.", name="Somebody")
    official = signed_in(desk.official)
    page = official.get(f"/monitoring/complaints/{plain.pk}/").content.decode()
    register = official.get("/monitoring/complaints/?tab=all").content.decode()

    assert WATER in page
    assert "Nargis" not in page
    assert "Beaten" not in register
    assert official.get(f"/monitoring/complaints/{hidden.pk}/").status_code == 404
    said = {"answer": "A pump is bought.", "result": "upheld", "done_on": timezone.localdate()}
    with pytest.raises(NoSuchComplaint):
        desk.does(operations.answer, by=desk.official, complaint_id=hidden.pk, version=1, said=said)
    desk.does(operations.answer, by=desk.official, complaint_id=plain.pk, version=1, said=said)
    with pytest.raises(NoSuchComplaint):
        desk.does(operations.say_satisfied, by=desk.official, complaint_id=plain.pk, satisfied="yes")
    assert "Nargis" in signed_in(worker).get(f"/monitoring/complaints/{plain.pk}/").content.decode()
    other = desk.world.worker("supervisor", desk.world.naya_bagh)
    assert signed_in(other).get(f"/monitoring/complaints/{hidden.pk}/").status_code == 404, "nor everybody of ours"
    assert signed_in(desk.second).get(f"/monitoring/complaints/{hidden.pk}/").status_code == 200


def test_who_writes_in_the_same_instant_as_another_gets_the_number_after(
    desk: Desk, worker: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = write(desk, worker)
    done: list[Complaint] = []

    def after_another() -> Any:
        if not done:  # takes the number between our look and our keeping
            done.append(write_row(first, number=first.number + 1))
        return transaction.atomic()

    monkeypatch.setattr(numbered, "transaction", SimpleNamespace(atomic=after_another))

    assert write(desk, worker).number == first.number + 2


def write_row(one: Complaint, **other: Any) -> Complaint:
    """Another row like one."""
    fields = {each.attname: getattr(one, each.attname) for each in Complaint._meta.concrete_fields}
    return Complaint.objects.create(**{**fields, "id": new_id(), **other})


def test_silence_goes_up_once_a_step_and_is_told_without_a_name(desk: Desk, worker: Account) -> None:
    one = write(desk, worker, ago=8)
    other = write(desk, worker, ago=7)
    at = timezone.now()
    assert operations.escalate(at) == 1
    assert operations.escalate(at) == 0, "once, however often the clock comes"
    assert (fresh(one).level, fresh(other).level) == (1, 0), "on its day it is not late"
    assert operations.escalate(at + timedelta(days=14)) == 2
    assert (fresh(one).level, fresh(other).level) == (2, 1)
    with as_house():
        told = set(Notification.objects.filter(kind="monitoring.complaint_late").values_list("account_id", flat=True))
        lines = list(Event.objects.filter(act="monitoring.complaint.escalated").order_by("number"))
    assert told == {worker.pk, desk.lead.pk, desk.second.pk}
    assert [line.detail["level"] for line in lines] == [1, 1, 2]


def test_an_answer_may_be_appealed_once_and_who_asked_says_whether_content(desk: Desk, worker: Account) -> None:
    one, today = write(desk, worker, ago=3), timezone.localdate()
    with pytest.raises(NotNow, match="answered"):
        desk.does(operations.appeal, by=worker, complaint_id=one.pk, to_whom="Ombudsman", on=today)
    with pytest.raises(NothingSaid, match="before it came"):
        desk.does(operations.acknowledge, by=worker, complaint_id=one.pk, on=today - timedelta(days=9))
    desk.does(operations.acknowledge, by=worker, complaint_id=one.pk, on=today)
    said = {"answer": "No money.", "result": "not_upheld", "done_on": today, "answered_by_name": "Superintendent"}
    desk.does(operations.answer, by=worker, complaint_id=one.pk, version=fresh(one).version, said=said)
    with acting_as(worker, desk.at):
        assert [row.act for row in work(worker, today)] == ["Open"], "to ask whether they are content"
    desk.does(operations.say_satisfied, by=worker, complaint_id=one.pk, satisfied="no")
    desk.does(operations.appeal, by=worker, complaint_id=one.pk, to_whom="Ombudsman", on=today)
    with pytest.raises(NotNow):
        desk.does(operations.answer, by=worker, complaint_id=one.pk, version=fresh(one).version, said=said)
    desk.does(operations.answer_appeal, by=worker, complaint_id=one.pk, words="Buy a pump.", on=today)
    with pytest.raises(NotNow):
        desk.does(operations.answer_appeal, by=worker, complaint_id=one.pk, words="Again.", on=today)
    row = fresh(one)
    assert (row.satisfied, row.appealed_to, row.appeal_answer) == ("no", "Ombudsman", "Buy a pump.")


def test_numbers_say_the_median_and_the_share_only_of_those_whose_time_is_over(desk: Desk, worker: Account) -> None:
    today = timezone.localdate()
    for ago, after in ((20, 5), (20, 7), (20, 12), (2, None), (20, None)):
        one = write(desk, worker, ago=ago)
        if after is not None:
            said = {"answer": "Yes.", "result": "upheld", "done_on": today - timedelta(days=ago - after)}
            desk.does(operations.answer, by=worker, complaint_id=one.pk, version=1, said=said)
    with acting_as(worker, desk.at):
        found = numbers(worker, today - timedelta(days=30), today + timedelta(days=1), on=today)
        whole = found.whole
        assert (whole.received, whole.answered, whole.over, whole.in_time, whole.median) == (5, 3, 4, 2, 7.0)
        assert whole.share is None, "no percentage of fewer than twenty"
        first, end = today - timedelta(days=30), today + timedelta(days=1)
        assert (received(worker, first, end).count(), in_time(worker, first, end).count()) == (5, 2)
    with acting_as(desk.lead, desk.at):
        silent = numbers(desk.lead, first, end, on=today).silent
    assert silent == (desk.world.gulzar.shown,), "where nobody complains is named"
    page = signed_in(worker).get("/monitoring/complaints/numbers/").content.decode()
    assert "2 / 4" in page


def test_the_register_leaves_without_names_and_without_words_of_what_is_confidential(
    desk: Desk, worker: Account
) -> None:
    write(desk, worker, is_confidential=True, says="Beaten by a guard.", name="Zarina")
    write(desk, worker, named_as="Zarina of barrack 2")
    with acting_as(worker, desk.at):
        rows = str(exports.sheet(worker, {}, "en").rows)
    assert WATER in rows
    assert "Beaten" not in rows
    assert "Zarina" not in rows
