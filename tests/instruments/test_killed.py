"""The server is killed while a phone sends: before it kept the answer, and after; sent again, each is there once."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection

import pytest
from django.conf import settings
from django.db import connection

from rihai.accounts.acting import acting_as
from rihai.instruments.models import Answer, AnswerFile, Received
from rihai.kit.audit.chain import verify
from rihai.kit.files.store import contents
from tests.instruments.handlers import Room, taking
from tests.instruments.phones import AT, JPEG, Phone, answer, new_id
from tests.instruments.test_openrosa import FORM
from tests.instruments.test_versions import taken_in
from tests.people.world import NOON, make_world

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connection.vendor != "sqlite", reason="the server of this test opens the file of the database"),
]


@contextmanager
def serving(phone: Phone, dies: str) -> Iterator[int]:
    """A server of its own process, by its port; ended with the test, however it ended before."""
    environment = {
        **os.environ, "DJANGO_SETTINGS_MODULE": "tests.instruments.server_settings", "DIES": dies,
        "TEST_DATABASE": str(connection.settings_dict["NAME"]), "TEST_HOME": str(settings.HOME),
        "AUTHOR": str(phone.owner.pk),
    }  # fmt: skip
    command = [sys.executable, "-m", "tests.instruments.server"]
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        try:
            yield int(server.stdout.readline())
        finally:
            server.kill()


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
    statuses = []
    for dies, one in (("before", xml[0]), ("after", xml[1])):
        with serving(phone, dies) as port:
            statuses.append(posted(port, phone, one))
    with taking(Room(lets={worker.pk})):  # the server stands again
        statuses += [phone.post(one, {"a.jpg": JPEG}).status_code for one in xml]
    assert statuses == [0, 0, 201, 202, 201]
    with acting_as(worker, NOON):
        assert sorted(one.number for one in Answer.objects.all()) == [1, 1, 1]
        assert Received.objects.count() == 3
        assert [contents(one.stored) for one in AnswerFile.objects.select_related("stored")] == [JPEG] * 3
    assert verify().holds
