"""What goes wrong on a line: the wrong person, a list taken in twice, a level nobody read, two who know too much."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from django.utils import timezone

from rihai.accounts.acting import acting_as
from rihai.accounts.models import Account, Notification, Unit
from rihai.accounts.operations import give_posting, house
from rihai.accounts.operations.house import as_house
from rihai.helpline.answers.operations import answer
from rihai.helpline.calls import operations as calls
from rihai.helpline.calls.models import MissedCall
from rihai.helpline.errors import NotHers, NotSo
from rihai.helpline.handing.models import HandedOn
from rihai.helpline.matching import operations as matching
from rihai.helpline.matching.models import HerWord
from rihai.helpline.requests import operations
from rihai.helpline.requests.models import HelpRequest
from rihai.helpline.requests.ticks import forget
from rihai.people.models import Person
from tests.helpline.line import MOTHER, QUIET, Desk, client, text
from tests.people.world import NOON, TODAY

pytestmark = pytest.mark.django_db


def about(desk: Desk, one: HelpRequest, person: Person) -> None:
    desk.does(matching.look_for, request_id=one.pk, name=person.full_name, father="")
    desk.does(matching.match, request_id=one.pk, person_id=person.pk)


def says(desk: Desk, one: HelpRequest, *, allows: bool) -> None:
    desk.does(matching.ask_word, request_id=one.pk)
    with as_house():
        word = HerWord.objects.get(request=one.pk, state=HerWord.State.WAITING)
    desk.does(matching.give_word, by=desk.caseworker, word_id=word.pk, allows=allows)


def test_the_yes_of_somebody_matched_by_mistake_lets_nothing_be_told_of_the_next(desk: Desk) -> None:
    records = desk.world.worker("records_officer", desk.world.gulzar)
    with acting_as(records):
        other = desk.world.enter(records, full_name="Nargis Bano", cnic=None)
    one, given = desk.taken(QUIET)
    about(desk, one, other)
    says(desk, one, allows=True)
    desk.does(answer, request_id=one.pk, kind="seen")
    secrets = {"code": given.code, "pin": given.pin}
    assert "Somebody saw them" in text(client().post("/helpline/answer/", secrets))

    desk.does(matching.unmatch, request_id=one.pk)
    assert "Somebody saw them" not in text(client().post("/helpline/answer/", secrets))
    about(desk, one, desk.woman)
    with pytest.raises(NotHers):
        desk.does(answer, request_id=one.pk, kind="seen")
    says(desk, one, allows=True)
    assert desk.does(answer, request_id=one.pk, kind="seen").rests_on is not None


def test_a_request_that_goes_on_tells_the_line_nothing_of_a_no(desk: Desk) -> None:
    refused, unasked = (desk.taken(QUIET)[0] for _each in range(2))
    for one in (refused, unasked):
        about(desk, one, desk.woman)
    says(desk, refused, allows=False)
    desk.does(matching.ask_word, request_id=unasked.pk)
    for one in (refused, unasked):
        desk.does(operations.close, request_id=one.pk, ending="done")
        desk.does(operations.open_again, request_id=one.pk)
        assert "Their word is asked for" in text(client(desk.operator).get(f"/helpline/requests/{one.pk}/"))
        with pytest.raises(NotSo, match="asked once"):
            desk.does(matching.ask_word, request_id=one.pk)


def test_a_code_answers_as_long_whether_others_go_on_or_nobody_was_found(desk: Desk) -> None:
    found, unknown = (desk.taken(QUIET) for _each in range(2))
    with as_house():
        HandedOn.objects.create(
            request=found[0], room="casework", target_id=desk.woman.pk, by=desk.operator, at=desk.at
        )
    for one, _given in (found, unknown):
        desk.does(operations.close, request_id=one.pk, ending="done")
    for days, status in ((29, 200), (31, 403)):
        forget(desk.at + timedelta(days=days))
        for _one, given in (found, unknown):
            secrets = {"code": given.code, "pin": given.pin}
            assert client().post("/helpline/answer/", secrets).status_code == status
    assert desk.fresh(found[1].code).text, "what was told stays with those who go on"


def test_danger_is_lowered_by_nobody_alone_and_told_when_a_call_turns_out_to_be_grave(desk: Desk) -> None:
    unread, _given = desk.asked()
    with pytest.raises(NotSo, match="second person"):
        desk.does(operations.change_level, request_id=unread.pk, level="green")
    with as_house():
        Notification.objects.all().delete()
    call = desk.does(operations.begin, way="call")
    desk.does(operations.write, request_id=call.pk, version=call.version, said={"signs": ["dying"]})
    with as_house():
        told = set(Notification.objects.values_list("account__name", flat=True))
    assert told == {desk.second.name, desk.lead.name}


def test_a_list_taken_in_twice_brings_nobody_back_who_was_reached(desk: Desk) -> None:
    stamp = f"{timezone.localtime(desk.at) - timedelta(minutes=30):%Y-%m-%d %H:%M}"
    listed = f"03009000007,{stamp}\n03009000008,{stamp}\n".encode()
    desk.does(calls.take_list, content=listed, name="calls.csv")
    with as_house():
        reached = MissedCall.objects.get(number_index="03009000007")
    desk.does(calls.rang_back, call_id=reached.pk, reached=True, hour=12)
    again = desk.does(calls.take_list, content=listed, name="calls.csv", later=timedelta(hours=1))
    assert again.kept == {"known": 2}
    assert desk.does(calls.write_missed, number="03009000007", rang_at=desk.at, later=timedelta(hours=1)) == reached
    first = f"{timezone.localtime(desk.at) - timedelta(minutes=50):%Y-%m-%d %H:%M}"
    newest_first = f"03009000009,{stamp}\n03009000009,{first}\n".encode()
    taken = desk.does(calls.take_list, content=newest_first, name="calls.csv")
    assert taken.kept == {"new": 1, "counted": 1}, "who rings twice waits since the first"


def test_who_stands_above_a_unit_sees_what_its_operators_see_to(desk: Desk) -> None:
    mine, _given = desk.taken(QUIET)
    other = desk.does(operations.begin, by=desk.second, way="call")
    unit = Unit.objects.create(name="Line Namoona")
    head = Account.objects.create_user("head@rihai.example", "Head Namoona")
    for who, role in ((head, "supervisor"), (desk.operator, "helpline_operator")):
        give_posting(
            account=who, role=role, place=None, unit=unit, started_on=TODAY - timedelta(days=90), ended_on=None,
            actor=house(), at=NOON - timedelta(days=90),
        )  # fmt: skip
    page = text(client(head).get("/helpline/"))
    assert mine.code_shown in page
    assert other.code_shown not in page


def test_who_asked_for_silence_never_reads_that_it_was_told(desk: Desk) -> None:
    one, _given = desk.taken(replace(MOTHER, may_tell="no"))
    with pytest.raises(NotSo, match="wants nothing said"):
        desk.does(answer, request_id=one.pk, kind="seen", danger="She spoke of dying.")
