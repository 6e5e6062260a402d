"""The server is killed while answers come, from a phone and from the page without a network: before it kept one, and
after; sent again, each is there once."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from select import select
from typing import IO

import pytest
from django.conf import settings
from django.db import connection
from playwright.sync_api import Browser, FilePayload, expect

from rihai.accounts.acting import acting_as
from rihai.accounts.models import Account
from rihai.instruments.models import Answer, AnswerFile, Edition, Received
from rihai.kit.audit.chain import verify
from rihai.kit.files.store import contents
from tests.browser.chromium import PATIENCE
from tests.instruments.handlers import Room, taking
from tests.instruments.offline import TAKE, Laptop, published, sign_in
from tests.instruments.phones import AT, JPEG, Phone, answer, new_id
from tests.instruments.test_openrosa import FORM
from tests.instruments.test_versions import taken_in
from tests.people.world import NOON, make_world

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connection.vendor != "sqlite", reason="the server of this test opens the file of the database"),
]


@dataclass(frozen=True)
class Server:
    """A server of its own process: where it listens, and what it says."""

    port: int
    says: IO[bytes]

    def died(self) -> None:
        """Wait until it has."""
        assert select([self.says], [], [], 30)[0], "it lives"
        assert self.says.readline() == b"died\n"


@contextmanager
def serving(author: Account, dies: str, *, upload: int = settings.UPLOAD_BYTES) -> Iterator[Server]:
    """A server that takes files up to a size; ended with the test, however it ended before."""
    environment = {
        **os.environ, "DJANGO_SETTINGS_MODULE": "tests.instruments.server_settings", "DIES": dies,
        "TEST_DATABASE": str(connection.settings_dict["NAME"]), "TEST_HOME": str(settings.HOME),
        "AUTHOR": str(author.pk), "TEST_SECRET": settings.SECRET_KEY, "TEST_UPLOAD": str(upload),
    }  # fmt: skip
    command = [sys.executable, "-m", "tests.instruments.server"]
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, bufsize=0) as server:
        assert server.stdout is not None
        try:
            yield Server(int(server.stdout.readline()), server.stdout)
        finally:
            server.terminate()


def posted(port: int, phone: Phone, xml: str, *, chunked: bool = False) -> int:
    """The status of a post; 0 where the server died and said nothing."""
    parts = [("xml_submission_file", "a.xml", "text/xml", xml.encode()), ("a.jpg", "a.jpg", "image/jpeg", JPEG)]
    told = 'Content-Disposition: form-data; name="{}"; filename="{}"\r\nContent-Type: {}'
    body = b"".join(
        f"--x\r\n{told.format(field, name, kind)}\r\n\r\n".encode()
        + content + b"\r\n"
        for field, name, kind, content in parts
    ) + b"--x--\r\n"  # fmt: skip
    asked = HTTPConnection("127.0.0.1", port, timeout=20)
    headers = {**phone.headers, "Content-Type": "multipart/form-data; boundary=x"}
    try:
        asked.request("POST", f"{AT}/submission", body, headers, encode_chunked=chunked)
        return asked.getresponse().status
    except OSError:
        return 0
    finally:
        asked.close()


def test_a_server_killed_before_or_after_it_kept_an_answer_loses_none_and_keeps_none_twice() -> None:
    world = make_world()
    taken_in(world, FORM)
    worker = world.worker("caseworker", world.gulzar)
    with taking(Room(lets={worker.pk})):
        phone = Phone(worker)
        code = phone.code().code
    xml = [answer(f"<a>{n}</a><photo>a.jpg</photo>", instance_id=new_id(), code=code) for n in range(3)]
    with serving(worker, "before,after") as server:
        statuses = [posted(server.port, phone, one) for one in xml[:2]]
    with taking(Room(lets={worker.pk})):  # the server stands again
        statuses += [phone.post(one, {"a.jpg": JPEG}).status_code for one in xml]
    assert statuses == [0, 0, 201, 202, 201]
    with acting_as(worker, NOON):
        assert sorted(one.number for one in Answer.objects.all()) == [1, 1, 1]
        assert Received.objects.count() == 3
        assert [contents(one.stored) for one in AnswerFile.objects.select_related("stored")] == [JPEG] * 3
    assert verify().holds


def test_what_waits_in_a_browser_arrives_once_though_the_server_dies_between_its_posts(
    chromium: Browser,
) -> None:
    """Three answers, each in two posts because its picture is large for this server, which dies when it has kept the
    first post and nobody knows, and again when it is about to give the first answer."""
    large = JPEG + bytes(4_600)
    world = make_world()
    published(world.worker("administrator", None))
    worker = world.worker("caseworker", world.gulzar)
    with serving(worker, "after,before,", upload=6_000) as server:
        url = f"http://127.0.0.1:{server.port}"
        context = chromium.new_context(base_url=url)
        context.set_default_timeout(PATIENCE)
        sign_in(context, url, worker)
        here = Laptop(context.new_page())
        here.goto(TAKE)
        here.choose()
        context.set_offline(True)
        for cells in ("1", "2", "3"):
            here.press("held")
            here.question(0).locator("input").fill(cells)
            here.question(1).get_by_label("Yes").check()
            picture = FilePayload(name="x.jpg", mimeType="image/jpeg", buffer=large + cells.encode())
            here.question(3).locator("input").set_input_files(picture)
            here.primary.click()
            here.waits(int(cells))
        context.set_offline(False)
        for _death in range(2):
            server.died()
            expect(here.page.locator("main")).to_contain_text("There is no network")
            here.waits(3)
            here.page.get_by_role("button", name="Send now").click()
        here.waits(0)
        context.close()
    with acting_as(worker, NOON):
        editions = Edition.objects.all()
        assert sorted((one.number, one.values["cells"]) for one in editions) == [(1, 1), (1, 2), (1, 3)]
        kept = {one.name: contents(one.stored) for one in AnswerFile.objects.select_related("stored")}
        assert {kept[one.values["picture"]][-1:] for one in editions} == {b"1", b"2", b"3"}
        assert (Answer.objects.count(), len(kept)) == (3, 3)
        assert sorted(one.posts for one in Received.objects.all()) == [2, 2, 4], "the first was sent three times"
    assert verify().holds
