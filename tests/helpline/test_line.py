"""The desk of the line: sheets, matching, hand-over, missed calls; and what of them is seen by nobody else."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from rihai.accounts.acting import acting_as
from rihai.accounts.models import Account, Grant, Notification
from rihai.accounts.operations import guard
from rihai.accounts.operations.house import as_house
from rihai.casework.cases.models import Intake
from rihai.helpline.calls import operations as calls
from rihai.helpline.calls.models import MissedCall
from rihai.helpline.errors import NotSo
from rihai.helpline.handing import operations as handing
from rihai.helpline.handing.models import HandedOn
from rihai.helpline.matching import operations as matching
from rihai.helpline.matching.models import HerWord, Look, Match
from rihai.helpline.models import Draft, HelpRequest
from rihai.helpline.requests import operations
from rihai.helpline.requests.models import Paper, Step
from rihai.helpline.requests.ticks import forget
from rihai.kit.audit.models import Event
from rihai.legal.matters.models import Matter, TeamMember
from rihai.monitoring.incidents.models import Incident, IncidentMember, IncidentVictim
from rihai.people.operations import merge_persons, unmerge_persons
from rihai.people.queries.people import person_seen
from tests.helpline.line import MOTHER, Desk, client, text

pytestmark = pytest.mark.django_db
EVERYTHING: tuple[Any, ...] = (
    HelpRequest, HandedOn, Match, Intake, Matter, TeamMember, Incident, IncidentMember, IncidentVictim, Grant, Event,
    Notification,
)  # fmt: skip


def kept() -> dict[str, list[str]]:
    with as_house():
        return {model.__name__: sorted(map(str, model._default_manager.values())) for model in EVERYTHING}


def test_matching_shows_five_at_most_leaves_a_line_for_each_and_lets_the_owner_alone_see_her(desk: Desk) -> None:
    records = desk.world.worker("records_officer", desk.world.gulzar)
    with acting_as(records):
        names = ("Bano", "Jan", "Gul", "Mai", "Noor", "Ali")
        others = [desk.world.enter(records, full_name=f"Nargis {name}", cnic=None) for name in names]
    with as_house():
        guard(person_id=others[0].pk, ground="honour", actor=desk.lead, at=desk.at)
    one, _given = desk.taken()
    found = desk.does(matching.look_for, request_id=one.pk, name="Nargis", father="Karim Farzi")

    assert len(found) == 5
    assert others[0].pk not in {each.person_id for each in found}, "who is guarded is never shown"
    assert set(vars_of(found[0])) == {"person_id", "name", "father", "age", "prison"}
    with as_house():
        shown = list(Event.objects.filter(act="helpline.candidate.shown").values_list("subject", flat=True))
    assert sorted(shown) == sorted(str(each.person_id) for each in found)
    with pytest.raises(NotSo, match="among those who are shown"):
        desk.does(matching.match, request_id=one.pk, person_id=others[0].pk)

    again = desk.does(matching.look_for, request_id=one.pk, name="Nargis Farzi", father="Karim Farzi")
    assert again[0].person_id == desk.woman.pk
    desk.does(matching.match, request_id=one.pk, person_id=desk.woman.pk)

    def sees(who: Account) -> bool:
        with acting_as(who, desk.at + timedelta(minutes=2)):
            return person_seen(desk.woman.pk, actor=who) is not None

    assert sees(desk.operator)
    assert not sees(desk.second), "another of the line sees the request, not the person"
    assert "It is matched" in text(client(desk.second).get(f"/helpline/requests/{one.pk}/"))
    assert "Somebody asked after this person" in text(client(desk.caseworker).get(f"/people/{desk.woman.pk}/"))
    desk.does(operations.take, by=desk.second, request_id=one.pk, later=timedelta(minutes=1))
    assert (sees(desk.operator), sees(desk.second)) == (False, True)
    for search in range(6):
        said: dict[str, Any] = {
            "request_id": one.pk,
            "name": "Nargis",
            "father": "",
            "later": timedelta(seconds=search),
        }
        desk.does(matching.look_for, by=desk.second, **said)
    with as_house():
        assert Notification.objects.filter(kind="helpline.odd_looks", account=desk.lead).count() == 1


def vars_of(found: object) -> list[str]:
    return list(getattr(found, "__slots__", ()))


@pytest.mark.parametrize(
    ("room", "breaks"),
    [
        ("casework", "rihai.helpline.requests.operations.reach.append"),
        ("legal", "rihai.helpline.requests.operations.reach.append"),
        ("monitoring", "rihai.helpline.handing.operations.notify"),
    ],
)
def test_a_hand_over_happens_whole_or_not_at_all(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, room: str, breaks: str
) -> None:
    lawyer, monitor = desk.world.worker("lawyer", desk.world.gulzar), desk.world.worker("monitor", None)
    one, _given = desk.taken()
    desk.does(matching.look_for, request_id=one.pk, name="Nargis Farzi", father="")
    desk.does(matching.match, request_id=one.pk, person_id=desk.woman.pk)
    to = {"casework": None, "legal": lawyer.pk, "monitoring": monitor.pk}[room]
    said = {
        "asked": "She spoke of dying.", "kind": "aid", "stage": "bail", "ground": "other", "sub": "T1.1",
        "place": desk.world.gulzar,
    }  # fmt: skip

    def hand() -> HandedOn:
        return desk.does(handing.hand_on, request_id=one.pk, room=room, said=said, to=to)

    def power_cut(*_args: object, **_named: object) -> None:
        raise KeyboardInterrupt

    before = kept()
    with monkeypatch.context() as broken:
        broken.setattr(breaks, power_cut)
        with pytest.raises(KeyboardInterrupt):
            hand()
    assert kept() == before, "cut at its last step, nothing was done anywhere"
    made = hand()
    with as_house():
        if room == "casework":
            intake = Intake.objects.get(pk=made.target_id)
            assert (intake.person_id, intake.way, intake.answer) == (desk.woman.pk, "helpline", "waiting")
        elif room == "legal":
            team = TeamMember.objects.filter(matter=made.target_id)
            assert list(team.values_list("account", flat=True)) == [lawyer.pk]
        else:
            incident = Incident.objects.get(pk=made.target_id)
            assert incident.is_sealed
            assert list(incident.team.values_list("account", flat=True)) == [monitor.pk], (
                "and not who answered the call"
            )
    assert "She spoke of dying" not in str(kept()["Event"])


def test_a_sheet_is_saved_as_one_types_and_two_who_write_see_the_difference(desk: Desk) -> None:
    one = desk.does(operations.begin, way="call")
    first, second = client(desk.operator), client(desk.second)
    address = f"/helpline/requests/{one.pk}/sheet/"
    blank = {"may_tell": "kin", "initial-may_tell": "kin", "initial-what": "", "version": "1", "saved_as": ""}
    saved = first.post(address, {**blank, "what": "He was beaten", "signs": ["beaten"]}, headers={"HX-Request": "true"})
    assert 'name="version" id="sheet-version" value="2"' in text(saved)
    assert desk.fresh(one.code).level == "red", "and its clocks run before the call has ended"
    later = {"version": "2", "saved_as": "2", "what": "He was beaten at night", "signs": ["beaten"]}
    more = first.post(address, {**blank, **later})
    assert more.status_code == 302
    other = second.post(address, {**blank, "what": "Somebody is ill", "signs": []})
    assert other.status_code == 422
    assert "He was beaten at night" in text(other), "both are shown, nothing is overwritten"
    assert desk.fresh(one.code).said.what == "He was beaten at night"


def test_danger_to_life_is_lowered_and_read_over_by_a_second_person_alone(desk: Desk) -> None:
    one, _given = desk.taken()
    for_both: tuple[tuple[Any, dict[str, Any]], ...] = (
        (operations.change_level, {"level": "yellow"}), (operations.read_over, {}),
    )  # fmt: skip
    for act, more in for_both:
        with pytest.raises(NotSo, match="second person"):
            desk.does(act, request_id=one.pk, **more)
    desk.does(operations.read_over, by=desk.second, request_id=one.pk)
    with pytest.raises(NotSo, match="each clock"):
        desk.does(operations.close, request_id=one.pk, ending="done")
    desk.does(operations.change_level, by=desk.lead, request_id=one.pk, level="yellow")
    with as_house():
        assert set(one.clocks.filter(stopped_at=None).values_list("what", flat=True)) == {"work"}
    desk.does(operations.close, request_id=one.pk, ending="done")


def test_missed_calls_wait_by_their_last_digits_are_counted_and_become_a_request_when_reached(desk: Desk) -> None:
    stamp = f"{timezone.localtime(desk.at) - timedelta(minutes=30):%Y-%m-%d %H:%M}"
    later = f"{timezone.localtime(desk.at) - timedelta(minutes=20):%d/%m/%Y;%I:%M %p}"
    listed = (
        f"calldate;clid;dst;disposition\n{later.replace(';', ' ')};Amna <+92 300 9000007>;100;NO ANSWER\n"
        f"{stamp};0300 9000008;100;NO ANSWER\n{stamp};0092 300 9000008;100;no answer\n;;;\n"
        f"{stamp};03009000009;100;ANSWERED\n{stamp};9.23E+11;100;NO ANSWER\n31/02/2026;03009000009;100;NO ANSWER\n"
    ).encode("utf-16")
    taken = desk.does(calls.take_list, content=listed, name="cdr.csv")
    assert taken.kept == {"new": 2, "known": 1}
    assert taken.left == {"heading": 1, "empty": 1, "answered": 1, "number": 1, "moment": 1}
    assert taken.wrong == {"number": [7], "moment": [8]}
    assert taken.lines == sum(taken.kept.values()) + sum(taken.left.values()) == 8
    file = SimpleUploadedFile("cdr.csv", f"3009000008,{later.replace(';', ',')}\nx,y".encode())
    said = text(client(desk.operator).post("/helpline/calls/list/", {"calls": file}, follow=True))
    assert "Of 2 lines: 0 new, 1 rang again" in said
    assert "no telephone number is in it: line 2." in said
    again = desk.does(calls.write_missed, number="0300-9000007", rang_at=desk.at)
    with as_house():
        assert (MissedCall.objects.count(), again.times) == (2, 2)
    page = text(client(desk.operator).get("/helpline/calls/"))
    assert "…007" in page
    assert "9000007" not in page
    with pytest.raises(NotSo, match="between 9 and 20"):
        desk.does(calls.rang_back, call_id=again.pk, reached=False, hour=23)
    one = desk.does(calls.rang_back, call_id=again.pk, reached=True, hour=12)
    assert one is not None
    assert (one.way, one.said.phone) == ("missed", "03009000007")


def test_who_is_merged_takes_the_request_along_and_parting_gives_it_back(desk: Desk) -> None:
    records = desk.world.worker("records_officer", desk.world.gulzar)
    with acting_as(records):
        kept_one = desk.world.enter(records, full_name="Nargis Bano", cnic=None)
    one, _given = desk.taken()
    desk.does(matching.look_for, request_id=one.pk, name="Nargis Farzi", father="")
    desk.does(matching.match, request_id=one.pk, person_id=desk.woman.pk)
    desk.does(matching.ask_word, request_id=one.pk)

    def whose() -> set[Any]:
        with as_house():
            return {row.person_id for kind in (Match, HerWord) for row in kind.objects.all()} | set(
                Look.objects.filter(first_person_id=desk.woman.pk).values_list("person_id", flat=True)
            )

    merge = desk.does(merge_persons, by=records, keep_id=kept_one.pk, gone_id=desk.woman.pk)
    assert whose() == {kept_one.pk}
    desk.does(unmerge_persons, by=records, merge_id=merge.pk)
    assert whose() == {desk.woman.pk}


def test_what_was_told_is_erased_a_month_after_closing_and_the_counts_stay(desk: Desk) -> None:
    one, given = desk.taken()
    desk.does(operations.note_step, request_id=one.pk, told="caller", reached=True, words="Spoke with Amna.")
    desk.does(operations.add_paper, request_id=one.pk, content=b"%PDF-1.4 letter", name="letter.pdf")
    desk.does(operations.change_level, by=desk.second, request_id=one.pk, level="green")
    desk.does(operations.close, request_id=one.pk, ending="done")
    with as_house():
        Look.objects.create(request=one, account=desk.operator, person=desk.woman, at=desk.at)
    assert forget(desk.at + timedelta(days=29)) == 0
    assert forget(desk.at + timedelta(days=31)) == 1
    gone = desk.fresh(given.code)
    with as_house():
        assert (gone.text, Paper.objects.count(), Draft.objects.count(), Look.objects.count()) == (None, 0, 0, 0)
        assert Step.objects.get().words is None
    assert (gone.level, gone.topic, gone.ending) == ("green", "hurt", "done")
    assert client().post("/helpline/answer/", {"code": given.code, "pin": given.pin}).status_code == 403


def test_nothing_that_was_told_stands_in_the_open(desk: Desk) -> None:
    one, _given = desk.taken()
    with as_house():
        raw = str(HelpRequest.objects.values_list("code", "level", "topic", "language", "pin"))
        trail = str([(event.detail, event.reason, event.subject) for event in Event.objects.all()])
    for told in (MOTHER.name, MOTHER.phone, MOTHER.caller, MOTHER.word):
        assert told not in raw + trail
    page = text(client(desk.second).get("/helpline/"))
    assert one.code_shown in page
    assert MOTHER.phone not in page
    assert MOTHER.name not in page


NONSENSE = ("\x00", "x" * 20_000, "\u202eabc\u202c", "9" * 40)


def test_nonsense_in_any_field_is_answered_by_a_sentence(desk: Desk) -> None:
    one, _given = desk.taken()
    desk.does(matching.look_for, request_id=one.pk, name="Nargis Farzi", father="")
    desk.does(matching.match, request_id=one.pk, person_id=desk.woman.pk)
    desk.does(matching.ask_word, request_id=one.pk)
    call = desk.does(calls.write_missed, number="03009000007", rang_at=desk.at)
    with as_house():
        word = HerWord.objects.get()
    home = f"/helpline/requests/{one.pk}/"
    forms: dict[str, tuple[str, ...]] = {
        "/helpline/ask/": ("step", "token", "signs", "topic", "what", "in", "website"),
        "/helpline/answer/": ("code", "pin"),
        "/helpline/": ("words",),
        "/helpline/new/": ("way",),
        "/helpline/calls/new/": ("number", "ago"),
        f"/helpline/calls/{call.pk}/back/": ("reached",),
        f"{home}sheet/": ("signs", "what", "name", "place", "topic", "times", "version", "saved_as", "phone"),
        f"{home}step/": ("told", "reached", "words"),
        f"{home}level/": ("level",),
        f"{home}find/": ("name", "father"),
        f"{home}match/": ("person",),
        f"{home}answer/": ("kind", "words", "danger"),
        f"{home}hand/casework/": ("asked",),
        f"{home}hand/legal/": ("to", "asked", "kind", "stage", "ground"),
        f"{home}hand/monitoring/": ("to", "asked", "sub", "place"),
        f"{home}hand/nowhere/": ("asked",),
        f"/helpline/words/{word.pk}/": ("allows", "words", "until"),
    }
    line, asks = client(desk.operator), client(desk.caseworker)
    for address, names in forms.items():
        who = asks if "words/" in address else line
        for value in NONSENSE:
            status = who.post(address, dict.fromkeys(names, value)).status_code
            assert status in {200, 302, 403, 404, 409, 422, 429}, (address, value[:9])


def test_no_list_asks_more_of_the_database_for_more_rows(desk: Desk) -> None:
    with as_house():
        HelpRequest.objects.all().delete()

    def asked() -> dict[str, int]:
        found = {}
        for address in ("/helpline/", "/helpline/calls/", "/"):
            page = client(desk.operator)
            page.get(address)
            with CaptureQueriesContext(connection) as queries:
                page.get(address)
            found[address] = len(queries)
        return found

    def more(count: int) -> None:
        for each in range(count):
            desk.asked()
            desk.does(calls.write_missed, number=f"0300900{each + count:04}", rang_at=desk.at)

    more(2)
    few = asked()
    more(6)
    assert asked() == few
