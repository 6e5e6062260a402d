"""The server's end of forms without a network: what the browser keeps, what is taken along, how answers come back."""

from __future__ import annotations

import json
import re
from hashlib import sha256
from typing import Any
from uuid import UUID

import pytest
from django.conf import settings
from django.contrib.staticfiles.finders import find
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import resolve, reverse

from rihai.accounts.acting import acting_as
from rihai.accounts.models import Account
from rihai.accounts.operations.house import as_house
from rihai.instruments.models import Answer, Received
from rihai.instruments.offline.parts import OURS, mark, page
from rihai.instruments.offline.words import words
from rihai.kit.audit.models import Event
from tests.instruments.handlers import Room, taking
from tests.instruments.offline import published
from tests.instruments.phones import JPEG, answer, new_id
from tests.people.world import NOON, World

pytestmark = pytest.mark.django_db
SEND = "/instruments/offline/send/"


@pytest.fixture
def worker(world: World) -> Account:
    """Whoever fills in; the form of the tests is published."""
    published(world.worker("administrator", None))
    return world.worker("caseworker", world.gulzar)


def client_of(account: Account | None = None) -> Client:
    """A browser that is held to the token of forms."""
    client = Client(enforce_csrf_checks=True)
    if account is not None:
        client.force_login(account, backend=settings.AUTHENTICATION_BACKENDS[-1])
    return client


def post(
    client: Client, xml: str, *, token: str, subject: str = "plan-1", files: dict[str, bytes] | None = None
) -> Any:
    """Send an answer as the page does."""
    body: dict[str, Any] = {"xml_submission_file": SimpleUploadedFile("a", xml.encode(), "text/xml")}
    body |= {name: SimpleUploadedFile(name, one, "image/jpeg") for name, one in (files or {}).items()}
    body |= {"about_handler": "tests.room" if subject else "", "about_subject": subject}
    return client.post(SEND, body, headers={"x-csrftoken": token})


def test_the_page_is_the_same_for_everybody_and_lets_no_script_be_put_together(worker: Account) -> None:
    stranger, known = Client(), client_of(worker)
    for language in ("en", "ur"):
        address = reverse("instruments:offline-page", args=[language])
        pages = [client.get(address) for client in (stranger, known)]
        assert pages[0].content == pages[1].content
        assert worker.name not in pages[1].content.decode()
        policy = pages[0].headers["Content-Security-Policy"]
        assert "script-src 'self' 'wasm-unsafe-eval'" in policy
        assert "unsafe-eval'" not in policy.replace("wasm-unsafe-eval'", "")
        assert "unsafe-inline" not in policy
    assert known.get("/instruments/offline/page/xx/").status_code == 404


def test_what_the_browser_keeps_is_all_there_and_another_mark_follows_another_page(worker: Account) -> None:
    script = Client().get("/instruments/offline/worker.js")
    parts = json.loads(re.findall(r"const PARTS = (.*);", script.content.decode())[0])
    assert script.headers["Content-Type"].startswith("text/javascript")
    for one in parts:
        assert find(one.removeprefix("/static/")) if one.startswith("/static/") else resolve(one), one
    imported = {name for path in OURS.glob("offline/*.js") for name in re.findall(r'"\./([\w/.-]+)"', path.read_text())}
    assert {f"/static/instruments/offline/{one}" for one in imported} <= set(parts)
    assert mark() in script.content.decode()
    assert set(re.findall(r'say\("(\w+)"', "".join(path.read_text() for path in OURS.glob("offline/*.js")))) <= set(
        words()
    )
    assert page("ur") != page("en")


def test_the_engine_is_the_one_that_was_written_down() -> None:
    folder = OURS / "offline" / "vendor"
    rows = re.findall(r"^\| (\S+\.js) \|.*\| ([0-9a-f]{64}) \|$", (folder / "README.md").read_text(), re.MULTILINE)

    assert {path.name: sha256(path.read_bytes()).hexdigest() for path in folder.glob("*.js")} == dict(rows)


def test_an_answer_comes_once_however_often_it_is_sent_and_never_without_the_token(worker: Account) -> None:
    with taking(Room(lets={worker.pk})) as handler:
        client = client_of(worker)
        door = client.get("/instruments/offline/door/").json()
        xml = answer("<cells>4</cells><water>yes</water><picture>a.jpg</picture>", instance_id=new_id())
        assert post(client, xml, token="x" * 32).status_code == 403
        sent = [post(client, xml, token=door["token"], files={"a.jpg": JPEG}) for _ in range(3)]
        other = post(client, xml.replace(">4<", ">5<"), token=door["token"])

    assert str(worker.pk) not in json.dumps(door)
    assert door["parts"] == settings.DATA_UPLOAD_MAX_NUMBER_FILES, "with more files in a post the site reads none"
    assert [one.status_code for one in sent] == [201, 202, 202]
    assert {one.json()["stage"] for one in sent} == {"given"}
    assert (other.status_code, "Neither was changed" in other.json()["says"]) == (409, True)
    with as_house(NOON):
        kept = Answer.objects.get()
        assert (kept.handler, kept.subject, kept.editions.get().values["cells"]) == (handler.name, "plan-1", 4)


def test_an_answer_that_cannot_be_given_is_kept_and_its_author_is_led_to_it(worker: Account) -> None:
    with taking(Room()):  # the room has let nobody in since
        client = client_of(worker)
        token = client.get("/instruments/offline/door/").json()["token"]
        told = post(client, answer("<cells>4</cells><water>yes</water>", instance_id=new_id()), token=token)
        wrong = [post(client, xml, token=token) for xml in ("", "<data", answer("<nothing/>", instance_id=new_id()))]

    assert (told.status_code, told.json()["stage"]) == (201, "waiting")
    with acting_as(worker, NOON):
        received = Received.objects.get()
    assert told.json()["url"] == reverse("instruments:received", args=[received.pk])
    assert [one.status_code for one in wrong] == [400, 400, 400]
    assert all("othing" in one.json()["says"] for one in wrong)


def test_only_what_one_may_fill_in_is_taken_along_and_nothing_sealed(worker: Account, world: World) -> None:
    stranger = world.worker("caseworker", world.naya_bagh)
    room, client, other = Room(lets={worker.pk, stranger.pk}), client_of(worker), Client()
    with taking(room):
        told = client.get("/instruments/offline/take/tests.room/test_form/plan-1/").json()
        elsewhere = client.get("/instruments/offline/take/tests.room/test_form/plan-2/")
        blank = client.get(client.get("/instruments/offline/take/blank/").json()["forms"][0]["url"]).json()
        nobody = client.get(reverse("instruments:offline-blank", args=[UUID(int=7)]))
    with taking(Room(lets={worker.pk}, data_class="sealed")):
        sealed = client.get("/instruments/offline/take/tests.room/test_form/plan-1/")

    with taking(room):
        token = client.get("/instruments/offline/door/").json()["token"]
        sent = post(client, answer("<cells>4</cells><water>yes</water>", instance_id=new_id()), token=token).json()
        corrects = re.findall(r"uuid:[\w-]+", json.dumps(sent))[0]
        mine = client.get("/instruments/offline/take/answers/").json()["answers"]
        other.force_login(stranger, backend=settings.AUTHENTICATION_BACKENDS[-1])
        theirs = other.get("/instruments/offline/take/answers/").json()["answers"]
        room.lets.clear()  # it is settled meanwhile
        settled = client.get("/instruments/offline/take/answers/").json()["answers"]
        late = answer("<cells>5</cells><water>yes</water>", instance_id=new_id(), corrects=corrects)
        waits = post(client, late, token=token, subject="").json()

    assert [(one["name"], one["key"]) for one in mine] == [("Plan 1", f"answer/{sent['answer']}")]
    assert (theirs, settled, waits["stage"]) == ([], [], "waiting")
    assert "settled or closed" in waits["says"]
    assert (told["name"], told["version"], told["titles"]["ur"]) == ("Plan 1", 1, "آزمائشی فارم")
    assert 'version="1"' in told["xform"]
    assert "rihai_code" not in told["xform"]
    assert "rihai_code" in blank["xform"]
    assert (elsewhere.status_code, nobody.status_code, sealed.status_code) == (404, 404, 409)
    assert "sealed" in sealed.json()["says"]
    with acting_as(worker, NOON):
        lines = [one.detail["page"] for one in Event.objects.filter(actor_id=worker.pk, act="kit.list.read")]
    assert lines[0] == "instruments:offline-form", "that it was taken along stands in the log"
