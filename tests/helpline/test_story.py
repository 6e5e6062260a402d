"""Story 6: a mother asks; the operator reads danger, tells who can act; she calls back and learns that she was seen.

And what nobody may learn: the same words for somebody who refuses, whom nobody finds, and whom nobody knows.
"""

from __future__ import annotations

import re
from datetime import timedelta
from unittest.mock import patch

import pytest
from django.contrib.auth.hashers import MD5PasswordHasher
from django.db import connection
from django.test import Client, override_settings
from django.test.utils import CaptureQueriesContext

from rihai.accounts.models import Notification
from rihai.accounts.operations import stop_account
from rihai.accounts.operations.house import as_house
from rihai.helpline.answers.operations import answer
from rihai.helpline.codes import NO_PIN
from rihai.helpline.errors import NotHers, NotSo
from rihai.helpline.knocks import LIMITS, Knock
from rihai.helpline.matching import operations as matching
from rihai.helpline.matching.models import HerWord
from rihai.helpline.requests import operations
from rihai.helpline.requests.models import Clock, HelpRequest
from rihai.people.models import Consent
from rihai.people.operations import withdraw_consent
from tests.helpline.line import MOTHER, QUIET, Desk, client, text

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)


def test_a_mother_asks_without_account_and_learns_that_somebody_saw_her_daughter(desk: Desk) -> None:
    page = client()
    first = page.post("/helpline/ask/", {"step": "1", "signs": ["dying"], "topic": "hurt", "what": "She said goodbye."})
    token = text(first).partition('name="token" value="')[2].partition('"')[0]
    page.post("/helpline/ask/", {"step": "2", "token": token, "name": "Nargis", "father": "Karim Farzi"})
    you = {
        "step": "3",
        "token": token,
        "caller": "Amna Farzi",
        "phone": "0300 9000001",
        "word": "pomegranate",
        "may_tell": "name",
    }
    end = page.post("/helpline/ask/", you)
    twice = page.post("/helpline/ask/", you)
    code, pin = (
        "".join(re.findall(r"\d", shown)) for shown in re.findall(r'<dd><bdi dir="ltr">(.+?)</bdi>', text(end))
    )

    assert text(end) == text(twice), "sent again by a slow line, it is one request with the same two numbers"
    assert not page.cookies, "nothing is left on a phone that others use"
    one = desk.fresh(code)
    assert (one.level, one.said.name, one.said.phone) == ("red", "Nargis", "0300 9000001")
    with as_house():
        assert set(one.clocks.values_list("what", flat=True)) == {"tell", "second", "call", "seen", "again"}

    line = client(desk.operator)
    assert "Unread" in text(line.get("/"))
    line.post(f"/helpline/requests/{one.pk}/take/")
    assert "Ring now: duty officer of the prison" in text(line.get(f"/helpline/requests/{one.pk}/"))
    step = f"/helpline/requests/{one.pk}/step/"
    line.post(step, {"told": "duty", "reached": "no"})
    assert "Ring now: health staff of the prison" in text(line.get(f"/helpline/requests/{one.pk}/"))
    line.post(
        step, {"told": "health", "reached": "yes", "with_whom": "Nurse, log 118", "words": "She goes to her now."}
    )
    line.post(step, {"told": "counsellor", "reached": "yes", "words": "Zainab goes this afternoon."})
    line.post(step, {"told": "seen", "reached": "yes", "words": "Zainab sat with her."})
    with as_house():
        assert dict(one.clocks.values_list("what", "how"))["tell"] == "done"
    told = {"kind": "seen", "danger": "She spoke of dying; her mother must know that she is not alone."}
    assert line.post(f"/helpline/requests/{one.pk}/answer/", told).status_code == 409, "it takes two"
    client(desk.second).post(f"/helpline/requests/{one.pk}/read-over/")
    line.post(f"/helpline/requests/{one.pk}/answer/", told)

    read = text(client().post("/helpline/answer/", {"code": f"{code[:4]} {code[4:]}", "pin": pin}))
    assert "Somebody saw them, and they know that you asked." in read
    assert "Gulzar" not in read
    assert "Nargis" not in read


def test_refused_not_found_and_not_known_read_the_same_to_the_last_byte_and_from_the_same_day(desk: Desk) -> None:
    refused, not_found, unknown = (desk.taken(QUIET) for _each in range(3))
    for one, _given in (refused, not_found):
        desk.does(matching.look_for, request_id=one.pk, name="Nargis Farzi", father="")
    desk.does(matching.match, request_id=refused[0].pk, person_id=desk.woman.pk)
    desk.does(matching.ask_word, request_id=refused[0].pk)
    with as_house():
        word = HerWord.objects.get()
    desk.does(matching.give_word, by=desk.caseworker, word_id=word.pk, allows=False)

    for days in (1, 4):
        later = desk.at + timedelta(days=days)
        read = []
        for _one, given in (refused, not_found, unknown):
            with pytest.MonkeyPatch.context() as clock:
                clock.setattr("rihai.helpline.answers.views.timezone.now", lambda later=later: later)
                read.append(client().post("/helpline/answer/", {"code": given.code, "pin": given.pin}).content)
        assert read[0] == read[1] == read[2]
        assert (b"We can tell you nothing about anybody" in read[0]) == (days == 4)
    page = text(client(desk.operator).get(f"/helpline/requests/{refused[0].pk}/"))
    assert "nothing may be told" not in page, "the line itself does not learn that she said no"
    with pytest.raises(NotHers):
        desk.does(answer, request_id=refused[0].pk, kind="seen")


def test_with_her_word_it_is_told_and_when_she_takes_it_back_it_is_told_no_more(desk: Desk) -> None:
    one, given = desk.taken(QUIET)
    desk.does(matching.look_for, request_id=one.pk, name="Nargis Farzi", father="Karim")
    desk.does(matching.match, request_id=one.pk, person_id=desk.woman.pk)
    desk.does(matching.ask_word, request_id=one.pk)
    asks = client(desk.caseworker)
    assert "Words to ask for" in text(asks.get("/"))
    with as_house():
        word = HerWord.objects.get()
    assert "Amna Farzi (mother)" in text(asks.get(f"/helpline/words/{word.pk}/"))
    asks.post(f"/helpline/words/{word.pk}/", {"allows": "yes", "words": "Tell her I eat."})
    with pytest.raises(NotSo, match="Gulzar"):
        desk.does(answer, request_id=one.pk, kind="words", words="She is in Gulzar and eats.")
    desk.does(answer, request_id=one.pk, kind="words", words="She eats, and thinks of you.")

    def read() -> str:
        return text(client().post("/helpline/answer/", {"code": given.code, "pin": given.pin}))

    assert "She eats, and thinks of you." in read()
    with as_house():
        consent = Consent.objects.get(recipient=f"helpline {given.code}", purpose="family")
        Consent.objects.filter(pk=consent.pk).update(ended_on=consent.started_on)
    assert "She eats" not in read(), "it was allowed for a time"
    with as_house():
        Consent.objects.filter(pk=consent.pk).update(ended_on=None)
    assert "She eats" in read()
    desk.does(withdraw_consent, by=desk.caseworker, consent_id=consent.pk, later=HOUR)
    assert "She eats" not in read()


def test_a_clock_that_runs_out_is_told_upwards_once_a_rung_and_stands_in_my_work(desk: Desk) -> None:
    one, _given = desk.asked()

    def heard(kind: str = "helpline.clock_ran_out") -> set[str]:
        with as_house():
            return set(Notification.objects.filter(kind=kind).values_list("account__name", flat=True))

    assert operations.raise_run_out(desk.at + timedelta(minutes=14)) == 0
    assert operations.raise_run_out(desk.at + timedelta(minutes=16)) == 1
    assert operations.raise_run_out(desk.at + timedelta(minutes=17)) == 0, "once a rung"
    assert heard() == {desk.operator.name, desk.second.name, desk.lead.name}
    with as_house():
        HelpRequest.objects.filter(pk=one.pk).update(place=desk.world.gulzar)
        Clock.objects.filter(request=one.pk, what="tell").update(due_at=desk.at - timedelta(hours=1))
        Clock.objects.filter(request=one.pk, what="tell").update(started_at=desk.at - timedelta(hours=2))
    assert operations.raise_run_out(desk.at + timedelta(hours=2)) >= 1
    assert desk.supervisor.name in heard(), "above, where the place is theirs"
    assert "Ran out" in text(client(desk.supervisor).get("/"))
    assert client(desk.caseworker).get("/helpline/").status_code == 404


def work(stranger: Client, code: str, pin: str) -> tuple[int, str]:
    """What it takes to answer: how many digests are made, and which statements are sent to the database, in order."""
    real = MD5PasswordHasher.encode
    made = patch.object(MD5PasswordHasher, "encode", autospec=True, side_effect=real)
    with CaptureQueriesContext(connection) as asked, made as digests:
        stranger.post("/helpline/answer/", {"code": code, "pin": pin})
    return digests.call_count, " ".join(str(one["sql"]).split()[0] for one in asked)


@override_settings(PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"])
def test_a_code_is_guessed_by_nobody(desk: Desk) -> None:
    one, given = desk.asked()
    stranger = client()
    wrong = stranger.post("/helpline/answer/", {"code": given.code, "pin": "000000"})
    unknown = stranger.post("/helpline/answer/", {"code": "99999999", "pin": given.pin})
    assert wrong.status_code == unknown.status_code == 403
    typed = re.compile(r'value="\d+"')
    assert typed.sub("", text(wrong)) == typed.sub("", text(unknown))
    for _try in range(4):
        stranger.post("/helpline/answer/", {"code": given.code, "pin": "000000"})
    shut = stranger.post("/helpline/answer/", {"code": given.code, "pin": given.pin})
    assert shut.status_code == 403, "after five wrong ones the right one opens nothing for an hour"
    (other, more), (erased, gone) = desk.asked(), desk.asked()
    with as_house():
        HelpRequest.objects.filter(pk=erased.pk).update(pin=NO_PIN)
    tried = [(given.code, given.pin), (more.code, "000000"), (gone.code, gone.pin), ("99999999", given.pin)]
    assert len({work(stranger, code, pin) for code, pin in tried}) == 1, "shut, wrong, erased, unknown: as much work"
    assert other.tries == 0
    with as_house():
        HelpRequest.objects.filter(pk=one.pk).update(shut_until=desk.at)
    assert stranger.post("/helpline/answer/", {"code": given.code, "pin": given.pin}).status_code == 200
    for _try in range(16):
        stranger.post("/helpline/answer/", {"code": "11111111", "pin": "000000"})
    assert stranger.post("/helpline/answer/", {"code": "11111111", "pin": "000000"}).status_code == 429


def test_what_a_machine_fills_in_or_a_network_sends_too_often_is_held_up_and_nothing_written_is_lost(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    stranger, said = client(), {"step": "1", "topic": "ill", "what": "No medicine since Friday"}
    trap = stranger.post("/helpline/ask/", {**said, "website": "http://spam.example"})
    assert (trap.status_code, "No medicine since Friday" in text(trap)) == (422, True)
    monkeypatch.setitem(LIMITS, "write", 2)
    codes = [stranger.post("/helpline/ask/", said).status_code for _each in range(3)]
    assert codes == [200, 200, 429]
    assert "No medicine since Friday" in text(stranger.post("/helpline/ask/", said))
    with as_house():
        assert MOTHER.phone not in str(list(Knock.objects.values()))


def test_who_works_here_no_more_leaves_what_they_saw_to_to_the_whole_line(desk: Desk) -> None:
    one, given = desk.taken()
    administrator = desk.world.worker("administrator", None)
    desk.does(stop_account, by=administrator, account=desk.operator)
    assert desk.fresh(given.code).owner_id is None
    operations.raise_run_out(desk.at + timedelta(minutes=16))
    with as_house():
        assert Notification.objects.filter(kind="helpline.clock_ran_out", account=desk.second).exists(), one.pk
