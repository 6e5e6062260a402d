"""A phone fetches forms and sends answers: each kept once, by its owner alone, whatever breaks off or is made up."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from hashlib import md5
from typing import Any
from xml.etree.ElementTree import fromstring

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from rihai.accounts.acting import acting_as
from rihai.accounts.models import Account
from rihai.instruments.models import Answer, AnswerFile, Received, Stage
from rihai.instruments.openrosa.instance import moment_of
from rihai.instruments.operations import correct, publish
from rihai.instruments.operations.devices import shut_out
from rihai.instruments.operations.receiving import AHEAD
from rihai.instruments.panels import extract_of
from rihai.instruments.queries import answers_about
from rihai.kit.audit.models import Event
from rihai.kit.files.store import contents
from rihai.people.models import SourceKind, Statement
from tests.instruments.books import rules
from tests.instruments.handlers import Room, taking
from tests.instruments.phones import AT, JPEG, Phone, answer, basic, many_of, new_id, one_of, said
from tests.instruments.test_versions import taken_in
from tests.people.world import NOON, World

pytestmark = pytest.mark.django_db
FORM = rules(
    ("start", "start"),
    ("end", "end"),
    ("text", "a", "Words", "الفاظ", "", "", "yes"),
    ("integer", "years", "Years", "سال", "", ". < 120", "", "", "age_years"),
    ("image", "photo", "Picture", "تصویر"),
    ("begin repeat", "rooms", "Room", "کمرہ"),
    ("decimal", "length", "Length", "لمبائی"),
    ("end repeat",),
)
LIST, FORMS = "{http://openrosa.org/xforms/xformsList}", "tests.room"


@dataclass
class Field:
    """A worker with a phone, and the room that takes what she sends."""

    world: World
    worker: Account
    room: Room
    phone: Phone

    def given(self) -> list[Any]:
        """The answers she gave about the plan."""
        with acting_as(self.worker, NOON):
            return answers_about(FORMS, "plan-1", actor=self.worker)


@pytest.fixture
def field(world: World) -> Iterator[Field]:
    taken_in(world, FORM)
    worker = world.worker("caseworker", world.gulzar)
    room = Room(lets={worker.pk})
    with taking(room):
        yield Field(world, worker, room, Phone(worker))


def test_a_phone_finds_the_form_and_fetches_it_byte_for_byte(field: Field) -> None:
    found = field.phone.get("formList")
    assert (found.status_code, found["X-OpenRosa-Version"], found["Content-Type"]) == (
        200, "1.0", "text/xml; charset=utf-8",
    )  # fmt: skip
    row = next(one for one in fromstring(found.content) if one.findtext(f"{LIST}formID") == "test_form")
    assert row.findtext(f"{LIST}version") == "1"
    address = (row.findtext(f"{LIST}downloadUrl") or "").partition("/instruments")[2]
    form, again = (field.phone.get(f"/instruments{address}").content for _time in range(2))
    assert row.findtext(f"{LIST}hash") == f"md5:{md5(form, usedforsecurity=False).hexdigest()}"
    assert form == again
    assert b"/data/rihai_code" in form
    head = field.phone.client.head(f"{AT}/submission", headers=field.phone.headers)
    assert (head.status_code, head["X-OpenRosa-Accept-Content-Length"]) == (204, str(settings.UPLOAD_BYTES))


def test_the_files_of_a_form_are_fetched_by_its_manifest(world: World) -> None:
    admin = world.worker("administrator", None)
    version = taken_in(world, FORM, and_published=False)
    client = Client()
    client.force_login(admin)
    page = reverse("instruments:version-files", args=[version.pk])
    for name in ("cell.jpg", "x.sh", ""):
        client.post(page, {"file": SimpleUploadedFile(name, JPEG)} if name else {})
    with acting_as(admin, NOON):
        version = taken_in(world, FORM, and_published=False)
        publish(version_id=version.pk, actor=admin, at=NOON)
    client.post(reverse("instruments:version-files", args=[version.pk]), {"file": SimpleUploadedFile("late.jpg", JPEG)})
    worker = world.worker("caseworker", world.gulzar)
    with taking(Room(lets={worker.pk})):
        phone = Phone(worker)
        found = phone.get("formList?formID=test_form").content.decode()
        address = found.partition("manifestUrl>")[2].partition("/instruments")[2].partition("<")[0]
        manifest = fromstring(phone.get(f"/instruments{address}").content)
        (row,) = [{part.tag.rpartition("}")[2]: part.text or "" for part in one} for one in manifest]
        assert (row["filename"], row["hash"]) == ("cell.jpg", f"md5:{md5(JPEG, usedforsecurity=False).hexdigest()}")
        assert phone.get(f"/instruments{row['downloadUrl'].partition('/instruments')[2]}").content == JPEG


def test_an_answer_with_a_code_is_given_at_once_in_the_times_of_the_phone(field: Field) -> None:
    inside = "<start>2026-11-24T09:00:00.000+05:00</start><end>2026-11-24T09:20:00.000+05:00</end><a>words</a>"
    inside += "<rooms><length>3.50</length></rooms><rooms><length>4</length></rooms>"
    first, again = (
        field.phone.post(answer(inside, instance_id="uuid:one-of-mine", code=field.phone.code().code.lower()))
        for _time in range(2)
    )
    assert (first.status_code, said(first), again.status_code) == (201, "Given.", 202)
    (given,) = field.given()
    assert given.values == {"a": "words", "rooms": [{"length": 3.5}, {"length": 4}]}
    assert given.edition.began_at.isoformat() == "2026-11-24T04:00:00+00:00"
    assert (given.answer.instance_id, one_of(Received).xml) == ("uuid:one-of-mine", None)
    line = one_of(Event, act="instruments.answer.given")
    assert (line.actor_id, line.detail["device"]) == (
        field.worker.pk,
        str(field.phone.device.pk if field.phone.device else ""),
    )


def test_an_answer_in_several_posts_is_given_with_the_last_and_its_files_lie_sealed(field: Field) -> None:
    xml = answer("<a>x</a><photo>ایک.jpg</photo>", instance_id=new_id(), code=field.phone.code().code)
    parts = [field.phone.post(xml, {"ایک.jpg": JPEG}, more=True), field.phone.post(xml, {"ایک.jpg": JPEG}, more=True)]
    assert ([one.status_code for one in parts], field.given()) == ([201, 202], [])
    assert field.phone.post(xml).status_code == 202
    (given,) = field.given()
    kept = one_of(AnswerFile, answer=given.answer)
    assert (kept.name, contents(kept.stored)) == ("ایک.jpg", JPEG)
    assert (kept.data_class, kept.stored.data_class) == ("personal", "personal")
    late = field.phone.post(xml, {"ایک.jpg": JPEG + b"other"})
    assert (late.status_code, len(many_of(AnswerFile))) == (409, 1)


@pytest.mark.parametrize(
    ("inside", "code", "why"),
    [("<a>x</a>", "", "nobody"), ("<a>x</a>", "K7M4QDX", "nobody"), ("<years>130</years>", None, "incomplete")],
)
def test_what_cannot_be_given_yet_waits_for_its_author(field: Field, inside: str, code: str | None, why: str) -> None:
    code = field.phone.code().code if code is None else code
    sent = field.phone.post(answer(inside, instance_id=new_id(), code=code))
    kept = one_of(Received)
    assert (sent.status_code, kept.stage, kept.why) == (201, Stage.WAITING, why)
    assert "From your phone" in said(sent)
    assert len(many_of(Event, act="instruments.received.came")) == 1


def test_a_correction_is_an_edition_and_one_of_two_at_once_waits(field: Field) -> None:
    first, second, third = new_id(), new_id(), new_id()
    field.phone.post(answer("<a>x</a>", instance_id=first, code=field.phone.code().code))
    assert said(field.phone.post(answer("<a>y</a>", instance_id=second, corrects=first))) == "Given."
    (given,) = field.given()
    assert (given.number, given.values, given.edition.instance_id) == (2, {"a": "y"}, second)
    with acting_as(field.worker, NOON):
        correct(answer_id=given.pk, base=2, texts={"a": "z"}, actor=field.worker, at=NOON)
    field.phone.post(answer("<a>w</a>", instance_id=third, corrects=second))
    assert one_of(Received, instance_id=third).why == "overtaken"
    assert field.given()[0].values == {"a": "z"}


def test_a_tied_answer_from_a_phone_stands_on_the_person_from_the_day_it_was_filled_in(world: World) -> None:
    taken_in(world, FORM)
    worker = world.worker("caseworker", world.gulzar)
    with acting_as(worker, NOON):
        person = world.enter(worker)
    with taking(Room(lets={worker.pk}, person_id=person.pk)):
        phone = Phone(worker)
        inside = "<end>2026-11-20T09:20:00.000+05:00</end><a>x</a><years>34</years><photo>cell.jpg</photo>"
        phone.post(answer(inside, instance_id=new_id(), code=phone.code().code), {"cell.jpg": JPEG})
    with acting_as(worker, NOON):
        said_of_her = Statement.objects.get(person=person, kind=SourceKind.FORM)
    assert (said_of_her.facts, str(said_of_her.true_on)) == ({"age_years": 34}, "2026-11-20")
    ((_form, told),) = extract_of(person.pk)
    assert [words for _label, words in told if "cell.jpg, 1 KB" in str(words)], "what she is told names the picture"


def test_a_clock_that_no_phone_can_have_is_not_believed() -> None:
    latest = NOON + AHEAD
    told = {text: moment_of(text, latest=latest) for text in ("2019-01-01T00:00:00Z", "2099-01-01", "x", "", "9" * 40)}
    assert set(told.values()) == {None}
    assert moment_of((NOON + timedelta(hours=35)).isoformat(), latest=latest) == NOON + timedelta(hours=35)
    naive = moment_of("2026-11-20T09:20:00", latest=latest)
    assert naive is not None
    assert naive.tzinfo is not None


BOMB = '<!DOCTYPE a [<!ENTITY b "bbbbbbbb"><!ENTITY c "&b;&b;&b;">]><data id="test_form" version="1"><a>&c;</a></data>'
ID = "<meta><instanceID>uuid:12345678</instanceID></meta>"
WRONG = {
    "no xml": (b"\x00\xff", 400),
    "nothing": (b"", 400),
    "entities": (BOMB.encode(), 400),
    "utf-16": (answer("<a/>", instance_id="uuid:12345678").encode("utf-16"), 400),
    "no id": (b'<data id="test_form" version="1"><a>x</a></data>', 400),
    "a path as id": (answer("<a>x</a>", instance_id="../../etc/passwd").encode(), 400),
    "no such form": (f'<data id="other" version="1">{ID}</data>'.encode(), 404),
    "no such version": (answer("<a>x</a>", instance_id="uuid:12345678", version="9").encode(), 404),
    "another form's question": (answer("<b>x</b>", instance_id="uuid:12345678").encode(), 400),
    "too deep": (b'<data id="test_form" version="1">' + b"<a>" * 3000 + b"</a>" * 3000 + b"</data>", 400),
    "too large": (answer(f"<a>{'x' * 2_100_000}</a>", instance_id="uuid:12345678").encode(), 400),
}


def test_what_is_no_answer_is_refused_in_a_sentence_and_nothing_is_kept(field: Field) -> None:
    for name, (content, status) in WRONG.items():
        sent = field.phone.post(content)
        assert (name, sent.status_code) == (name, status)
        assert said(sent).endswith(("kept.", "stays.")), (name, said(sent))
    assert not many_of(Received)


def test_files_with_tricks_in_their_names_or_that_nobody_named_are_refused(field: Field) -> None:
    xml = answer("<a>x</a><photo>a.jpg</photo>", instance_id=new_id())
    for name, content in (("b.jpg", JPEG), ("a:b.jpg", JPEG), ("a.jpg", b"#!/bin/sh"), ("a.jpg", b"")):
        assert field.phone.post(xml, {name: content}).status_code == 400
    assert not many_of(Received)
    assert not many_of(AnswerFile)
    broken = field.phone.client.post(
        f"{AT}/submission",
        b"--x\r\nbroken",
        content_type="multipart/form-data; boundary=x",
        headers=field.phone.headers,
    )
    assert broken.status_code == 400


def test_an_id_that_is_taken_is_another_answers(field: Field, world: World) -> None:
    one = new_id()
    field.phone.post(answer("<a>x</a>", instance_id=one))
    assert field.phone.post(answer("<a>y</a>", instance_id=one)).status_code == 409
    other = Phone(world.worker("caseworker", world.naya_bagh))
    assert other.post(answer("<a>x</a>", instance_id=one)).status_code == 409
    assert len(many_of(Received)) == 1


def test_a_code_is_worth_nothing_to_another(field: Field, world: World) -> None:
    code = field.phone.code().code
    other = Phone(world.worker("supervisor", world.gulzar))
    other.post(answer("<a>x</a>", instance_id=new_id(), code=code))
    assert one_of(Received).why == "nobody"
    assert not many_of(Answer)


def test_a_wrong_key_a_shut_out_phone_and_a_browsers_session_open_nothing(field: Field) -> None:
    phone, device = field.phone, field.phone.device
    assert device is not None
    bare = Client()
    asked = bare.get(f"{AT}/formList")
    assert (asked.status_code, asked["WWW-Authenticate"][:5], asked["X-OpenRosa-Version"]) == (401, "Basic", "1.0")
    signed_in = Client()
    signed_in.force_login(field.worker)
    assert signed_in.get(f"{AT}/formList").status_code == 401
    for header in (
        basic(device.called, "A" * 20),
        basic(device.called, ""),
        "Basic !!",
        "Bearer x",
        basic("phone-none", phone.key),
    ):
        assert bare.get(f"{AT}/formList", headers={"authorization": header}).status_code == 401
    assert len(many_of(Event, act="instruments.device.refused")) == 3
    with acting_as(field.worker, NOON):
        shut_out(device_id=device.pk, actor=field.worker, at=NOON)
    assert phone.get("formList").status_code == 401
    assert phone.post(answer("<a>x</a>", instance_id=new_id())).status_code == 401


def test_a_sealed_form_never_goes_onto_a_phone(world: World) -> None:
    taken_in(world, FORM)
    worker = world.worker("caseworker", world.gulzar)
    with taking(Room(lets={worker.pk}, data_class="sealed")):
        phone = Phone(worker)
        assert b"test_form" not in phone.get("formList").content
        assert phone.post(answer("<a>x</a>", instance_id=new_id(), code=phone.code().code)).status_code == 400
    assert not many_of(Received)
