"""Whether there is a concern: every page reads the same to everybody who does not hold it, and no row names anybody."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from rihai.accounts.acting import acting_as
from rihai.accounts.models import Account, Posting
from rihai.accounts.operations.house import as_house
from rihai.accounts.roles import ROLES, Where
from rihai.helpline.concerns import operations as act
from rihai.helpline.concerns.models import Concern, ConcernAbout, ConcernClock, ConcernHolder, ConcernWord
from rihai.kit.audit.models import Event
from rihai.kit.offers import Export, Measure, Search, SubjectExtract, offered
from tests.casework.rawfile import raw_database
from tests.helpline.concerns.house import WORDS, House, colleague, post

pytestmark = pytest.mark.django_db
CHANGING = re.compile(
    r'name="csrfmiddlewaretoken" value="[^"]+"|name="key" value="[^"]+"|nonce="[^"]+"|\d{1,2}:\d{2}(:\d{2})?'
    r'|"X-CSRFToken": "[^"]+"'
)
PLAIN = (
    "home", "helpline:concerns", "helpline:concern-new", "accounts:notices", "accounts:me", "people:index",
    "casework:supervise", "casework:mentoring", "monitoring:incidents", "monitoring:index", "results:index",
)  # fmt: skip


def client_of(account: Account) -> Client:
    client = Client()
    client.force_login(account)
    return client


def everything_but_safeguarding(house: House) -> Account:
    """One account with every role but that and the partner's, here: what it cannot tell nobody can."""
    account = colleague("Everybody Else", "administrator")
    for role in ROLES.values():
        if role.key not in {"safeguarding_lead", "partner", "system", "administrator", "data_protection_officer"}:
            post(account, role.key, house.office.world.gulzar if Where.PLACE in role.where else None)
    return account


def read(client: Client, name: str, *given: Any) -> tuple[int, str, int]:
    with CaptureQueriesContext(connection) as asked:
        answer = client.get(reverse(name, args=given))
        body = b"".join(answer.streaming_content) if answer.streaming else answer.content  # type: ignore[attr-defined]
    return answer.status_code, CHANGING.sub("", body.decode("utf-8", "replace")), len(asked)


def test_every_page_reads_the_same_to_everybody_who_does_not_hold_it(house: House) -> None:
    clients = {one.name: client_of(one) for one in (house.aslam, everything_but_safeguarding(house))}
    pages = [name for name in PLAIN if reverse(name)]
    for client in clients.values():
        for name in pages:
            client.get(reverse(name))
    before = {(who, name): read(client, name) for who, client in clients.items() for name in pages}
    one = house.raised(who="Aslam Farzi, the caseworker", actor=house.office.caseworker, about=house.aslam)
    house.does(act.say, concern_id=one.pk, text="It was read.")
    step = house.asked(one, "hear")
    house.does(act.take_step, step_id=step.pk, version=step.version, result="Heard")
    after = {(who, name): read(client, name) for who, client in clients.items() for name in pages}
    assert [key for key in before if before[key] != after[key]] == []
    with as_house():
        clock, about = one.clocks.all()[0], one.about.get()
    gaps = {"helpline:concern-back": [one.pk, about.pk], "helpline:concern-risk": [step.pk],
            "helpline:concern-result": [step.pk], "helpline:concern-clock": [clock.pk]}  # fmt: skip
    for client in clients.values():
        for name in ("", "-name", "-say", "-step", "-decide", "-close", "-back", "-risk", "-result", "-clock"):
            address = reverse(f"helpline:concern{name}", args=gaps.get(f"helpline:concern{name}", [one.pk]))
            assert client.post(address, {"text": "x"}).status_code in {404, 405}, address
            assert client.get(address).status_code in {404, 405}, address
        found = client.post(reverse("search"), {"q": "Aslam Farzi"}).content.decode()
        assert one.called not in found
        assert "concern" not in CHANGING.sub("", found).casefold().replace("helpline/concerns/", "").replace(
            "a concern about one of us", ""
        )


def test_no_offer_and_no_log_tells_of_it(house: House) -> None:
    officer = colleague("Saira Farzi", "data_protection_officer")
    with as_house():
        last = Event.objects.order_by("-number").values_list("number", flat=True).first() or 0
    client = client_of(house.office.caseworker)
    sent = {"way": "ours", "chosen": str(house.aslam.pk), "aim": "worker", "kind": "money", "what": WORDS}
    page = client.get(reverse("helpline:concern-new")).content.decode()
    key = re.search(r'name="key" value="([^"]+)"', page)
    assert key is not None
    answers = [client.post(reverse("helpline:concern-new"), {**sent, "key": key[1]}) for _twice in range(2)]
    shown = [re.findall(r'<bdi dir="ltr">([\d\s]+)</bdi>', one.content.decode()) for one in answers]
    assert shown[0] == shown[1], "sent twice, kept once, and the same code and PIN"
    assert len(shown[0]) == 2
    with as_house():
        one = Concern.objects.get()
        lines = list(Event.objects.filter(number__gt=last))
    ours = [line for line in lines if line.act.startswith("helpline.")]
    assert [(line.act, line.actor_id, line.actor_name, line.detail) for line in ours] == [
        ("helpline.sealed.raised", None, "", {})
    ], "the log says that there was one, and not by whom"
    assert not [line for line in lines if line.actor_id == house.office.caseworker.pk and line.act.startswith("kit.")]
    log = client_of(officer).get(reverse("accounts:log")).content.decode()
    assert "A concern was raised" in log
    for words in ("Aslam", WORDS, one.called):
        assert words not in log
    names = [one.name for one in offered(Export)] + [one.name for one in offered(Search)]
    names += [one.name for one in offered(SubjectExtract)] + [one.code for one in offered(Measure)]
    assert not [name for name in names if "concern" in name]


@pytest.mark.django_db(transaction=True)
def test_the_raw_rows_name_nobody_and_say_nothing(house: House) -> None:
    one = house.raised(who="Aslam the caseworker", what=WORDS, name="Nargis", fears="Her brother", actor=house.head)
    house.does(act.name_about, concern_id=one.pk, who=house.aslam)
    act.add_words(concern=one, text="He came again on Friday", at=house.at)
    with as_house(), connection.cursor() as cursor:
        for table in [name for name in connection.introspection.table_names(cursor) if "helpline_concern" in name]:
            cursor.execute(f'SELECT * FROM "{table}"')
            rows = str(cursor.fetchall())
            for account in (house.aslam, house.head):
                assert account.pk.hex not in rows.replace("-", ""), f"{table} names {account}"
            assert "Aslam" not in rows
    if connection.vendor == "sqlite":
        whole = raw_database()
        for words in (WORDS, "Friday", "Her brother", "the caseworker"):
            assert words.encode() not in whole


def test_behind_the_wall_of_postgresql_nobody_else_finds_a_row(house: House) -> None:
    one = house.raised(actor=house.aslam)
    if connection.vendor != "postgresql":
        pytest.skip("the second wall stands in PostgreSQL")
    for account in (house.aslam, house.office.chief, house.head):
        with acting_as(account):
            for model in (Concern, ConcernHolder, ConcernAbout, ConcernWord):
                assert not model.objects.exists()
    with acting_as(house.lead):
        assert Concern.objects.get().pk == one.pk
    with as_house():
        Posting.objects.filter(account=house.lead).update(ended_on=timezone.localdate())
    with acting_as(house.lead):
        assert not Concern.objects.exists(), "who works here no more reads nothing"


def test_who_raised_it_reads_by_code_and_pin_what_was_done_and_adds_to_it(house: House) -> None:
    given, client = house.given(), Client()
    with as_house():
        one = Concern.objects.get()
    page = reverse("helpline:concern-answer")
    wrong = client.post(page, {"code": given.code, "pin": "111111"})
    nobody = client.post(page, {"code": "99999999", "pin": "111111"})
    assert (wrong.status_code, nobody.status_code) == (404, 404)
    assert wrong.content.replace(given.code.encode(), b"") == nobody.content.replace(b"99999999", b"")
    right = {"code": f"{given.code[:4]} {given.code[4:]}", "pin": given.pin}
    assert "waits to be read" in client.post(page, right).content.decode()
    house.does(act.say, concern_id=one.pk, text="We have read it. You are not alone.")
    added = client.post(page, {**right, "add": "1", "more": "He came again"}).content.decode()
    for words in ("You are not alone", "He came again", "being looked into"):
        assert words in added
    for words in ("Farida", "Aslam", one.called):
        assert words not in added
    holder = client_of(house.lead)
    shown = holder.get(reverse("helpline:concern", args=[one.pk])).content.decode()
    assert "He came again" in shown
    for _try in range(6):
        client.post(page, {"code": given.code, "pin": "222222"})
    assert client.post(page, right).status_code == 404, "shut for an hour"


def test_the_public_form_says_beside_its_fields_what_is_wrong_and_keeps_what_was_typed(house: House) -> None:
    client, page = Client(), reverse("helpline:concern-write")
    assert client.get(page).status_code == 200
    bad = {"who": "a\x00b", "what": "x" * 5000, "aim": "nobody", "kind": "", "key": "short", "where": "\u202e" * 3}
    answer = client.post(page, bad)
    assert answer.status_code == 422
    assert answer.content.decode().count("invalid-feedback") >= 5
    key = "k" * 30
    said = {"who": "the tall one", "what": WORDS, "aim": "unknown", "kind": "money", "key": key, "website": "http://x"}
    assert client.post(page, said).status_code == 200
    with as_house():
        assert not Concern.objects.exists(), "a machine filled in what people do not see"
    sent = client.post(page, {**said, "website": ""})
    assert sent.status_code == 200
    with as_house():
        one = Concern.objects.get()
    assert one.code_shown in sent.content.decode()


def test_a_concern_is_worked_through_on_its_pages(house: House) -> None:
    one, client = house.raised(who="Aslam"), client_of(house.lead)
    day = f"{timezone.localdate():%d/%m/%Y}"

    def send(name: str, pk: Any, **said: Any) -> None:
        answer = client.post(reverse(f"helpline:concern-{name}", args=[pk]), said)
        assert answer.status_code == 302, (name, re.findall("invalid-feedback[^/]*", answer.content.decode()))

    for name in ("name", "say", "step", "decide"):
        assert client.get(reverse(f"helpline:concern-{name}", args=[one.pk])).status_code == 200
        assert client.post(reverse(f"helpline:concern-{name}", args=[one.pk]), {"text": "\x00"}).status_code == 422
    send("say", one.pk, text="It was read.")
    send("name", one.pk, who=f"a-{house.aslam.pk}")
    send("step", one.pk, kind="hear", says="Hear him", due_on=day)
    with as_house():
        step, clock = one.steps.get(), one.clocks.filter(stopped_at=None).last()
    assert clock is not None
    refused = client.post(reverse("helpline:concern-result", args=[step.pk]), {"taken": "yes", "result": "x"})
    assert "Ask about reprisal first" in refused.content.decode()
    send("risk", step.pk, risk="none_seen", risk_says="Asked alone", version=1)
    send("result", step.pk, taken="yes", result="He said so himself")
    assert client.post(reverse("helpline:concern-clock", args=[clock.pk]), {"says": "x"}).status_code == 409
    with as_house():
        ConcernClock.objects.filter(pk=clock.pk).update(due_at=house.at)
    send("clock", clock.pk, says="Nothing came")
    send("decide", one.pk, outcome="founded", why="The receipts", tells="You were right.")
    shown = client.get(reverse("helpline:concern", args=[one.pk])).content.decode()
    for words in ("He said so himself", "The receipts", "You were right.", "Aslam Farzi", "it is about them"):
        assert words in shown
    work = client.get("/").content.decode()
    assert one.called in work
