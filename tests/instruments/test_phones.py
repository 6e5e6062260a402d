"""On one's own pages: a phone let in and shut out, a code, and what came and waits."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from django.test import Client
from django.urls import reverse

from rihai.accounts.acting import acting_as
from rihai.accounts.models import Account
from rihai.accounts.operations.house import as_house
from rihai.instruments.models import AnswerFile, Device, Draft, Received, Stage
from rihai.instruments.operations import correct
from rihai.instruments.queries import answers_about
from rihai.kit.audit.models import Event
from tests.instruments.handlers import Room, taking
from tests.instruments.phones import JPEG, Phone, answer, basic, many_of, new_id, one_of
from tests.instruments.test_openrosa import FORM
from tests.instruments.test_versions import taken_in
from tests.people.world import NOON, World

pytestmark = pytest.mark.django_db
FILL = "/instruments/fill/tests.room/test_form/plan-1/"


@pytest.fixture
def worker(world: World) -> Iterator[Account]:
    taken_in(world, FORM)
    worker = world.worker("caseworker", world.gulzar)
    with taking(Room(lets={worker.pk})):
        yield worker


def signed_in(account: Account) -> Client:
    client = Client()
    client.force_login(account)
    return client


def test_a_phone_is_let_in_by_a_key_shown_once_and_shut_out(worker: Account, world: World) -> None:
    client = signed_in(worker)
    page = client.post(reverse("instruments:phone-new"), {"name": "Old Nokia"})
    device, key = one_of(Device), page.context["key"]
    assert (page.status_code, len(key.replace(" ", "")), key in page.content.decode()) == (200, 20, True)
    assert page["Cache-Control"].startswith("private") or "no-store" in page["Cache-Control"]
    phone = Client(headers={"authorization": basic(device.called, key.lower())})
    assert phone.get("/instruments/openrosa/formList").status_code == 200
    assert key not in client.get(reverse("instruments:phones")).content.decode()
    other = signed_in(world.worker("supervisor", world.gulzar))
    assert other.post(reverse("instruments:phone-out", args=[device.pk])).status_code == 404
    assert client.post(reverse("instruments:phone-out", args=[device.pk])).status_code == 302
    assert phone.get("/instruments/openrosa/formList").status_code == 401
    assert (
        signed_in(world.worker("records_officer", world.gulzar)).get(reverse("instruments:phones")).status_code == 404
    )


def test_what_came_without_a_code_is_joined_where_the_form_is_filled_in(worker: Account, world: World) -> None:
    Phone(worker).post(answer("<a>words</a><photo>a.jpg</photo>", instance_id=new_id()), {"a.jpg": JPEG})
    kept, client = one_of(Received), signed_in(worker)
    assert "does not say about whom" in client.get("/instruments/mine/").content.decode()
    assert "words" in client.get(reverse("instruments:received", args=[kept.pk])).content.decode()
    assert (
        "words"
        not in signed_in(world.worker("supervisor", world.gulzar))
        .get(reverse("instruments:received", args=[kept.pk]))
        .content.decode()
    )
    join = reverse("instruments:received-join", args=[kept.pk, "tests.room", "plan-1"])
    assert join in client.get(FILL).content.decode()
    page = client.post(join, follow=True).content.decode()
    assert "words" in page
    assert reverse("kit_file", args=[one_of(AnswerFile).stored_id]) in page
    assert client.post(join).status_code == 404
    with acting_as(worker, NOON):
        (given,) = answers_about("tests.room", "plan-1", actor=worker)
    client.post(reverse("instruments:correct", args=[given.pk]), {"q~a": "other words", "act": "give", "base": "1"})
    with acting_as(worker, NOON):
        assert answers_about("tests.room", "plan-1", actor=worker)[0].values == {"a": "other words", "photo": "a.jpg"}


def test_what_came_incomplete_is_laid_open_mended_and_given_with_its_file(worker: Account) -> None:
    phone, client = Phone(worker), signed_in(worker)
    sent = answer("<years>30</years><photo>a.jpg</photo>", instance_id=new_id())
    phone.post(sent, {"a.jpg": JPEG})
    kept = one_of(Received)
    page = reverse("instruments:received", args=[kept.pk])
    assert client.post(page, {"code": "K7M-4QDX"}).status_code == 400
    opened = client.post(page, {"code": phone.code().code}, follow=True)
    assert opened.redirect_chain == [(FILL, 302)]
    assert 'value="30"' in opened.content.decode()
    client.post(FILL, {"q~a": "now", "q~years": "30", "act": "give", "instance": one_of(Draft).instance_id})
    with acting_as(worker, NOON):
        (given,) = answers_about("tests.room", "plan-1", actor=worker)
    assert given.values == {"a": "now", "years": 30, "photo": "a.jpg"}
    assert (one_of(AnswerFile).answer_id, one_of(Received).stage) == (given.pk, Stage.GIVEN)
    assert phone.post(sent, {"a.jpg": JPEG}).status_code == 202


def test_of_two_corrections_the_author_decides_or_throws_hers_away(worker: Account) -> None:
    phone, client, first = Phone(worker), signed_in(worker), new_id()
    phone.post(answer("<a>x</a>", instance_id=first, code=phone.code().code))
    with acting_as(worker, NOON):
        (given,) = answers_about("tests.room", "plan-1", actor=worker)
        correct(answer_id=given.pk, base=1, texts={"a": "y"}, actor=worker, at=NOON)
    for text, act in (("z", "give"), ("w", "aside")):
        phone.post(answer(f"<a>{text}</a>", instance_id=new_id(), corrects=first))
        kept = one_of(Received, stage=Stage.WAITING)
        client.post(reverse("instruments:received-settle", args=[kept.pk]), {"act": act})
    with acting_as(worker, NOON):
        (given,) = answers_about("tests.room", "plan-1", actor=worker)
    assert (given.number, given.values) == (3, {"a": "z"})
    assert one_of(Received, stage=Stage.ASIDE).xml is None


def test_the_code_page_shows_the_same_code_each_time_and_none_for_others(worker: Account, world: World) -> None:
    client = signed_in(worker)
    path = reverse("instruments:code", args=["tests.room", "test_form", "plan-1"])
    first, second = (client.post(path).context["code"] for _time in range(2))
    assert first == second
    assert signed_in(world.worker("supervisor", world.gulzar)).post(path).status_code == 404


def test_what_waits_for_somebody_who_left_is_taken_over_where_they_worked(worker: Account, world: World) -> None:
    chief, elsewhere = world.worker("supervisor", world.gulzar), world.worker("supervisor", world.naya_bagh)
    phone, room = Phone(worker), Room(lets={worker.pk})
    with taking(room):
        code = phone.code().code
        room.lets = set()  # about the plan she fills nothing in any more: it waits
        told = [phone.post(answer("<a>x</a>", instance_id=new_id(), code=one)) for one in (code, "")]
        assert [one.status_code for one in told] == [201, 201]
        browser = signed_in(chief)
        assert browser.get(reverse("instruments:left")).content.decode().count("/take/") == 0, "she works here still"
        with as_house():
            Account.objects.filter(pk=worker.pk).update(is_active=False)
        room.lets = {chief.pk}
        page = browser.get(reverse("instruments:left")).content.decode()
        takes = re.findall(r'action="(/instruments/left/[^"]+)"', page)
        assert (len(takes), worker.name in page, takes[0] in signed_in(elsewhere).get("/").content.decode()) == (
            2, True, False,
        )  # fmt: skip
        assert signed_in(elsewhere).post(takes[0]).status_code == 404
        assert (
            signed_in(world.worker("caseworker", world.naya_bagh)).get(reverse("instruments:left")).status_code == 404
        )
        assert "Left behind" in browser.get("/").content.decode()
        after = [browser.post(one) for one in takes]
        assert after[0]["Location"] == reverse("instruments:left")
        assert "x" in browser.get(after[1]["Location"]).content.decode(), "it waits for whoever took it over"
    assert sorted((one.stage, one.author_id == chief.pk) for one in many_of(Received)) == [
        ("given", True), ("waiting", True),
    ]  # fmt: skip
    assert len(many_of(Event, act="instruments.received.taken_over")) == 2
