"""Four phones send answers with photos at once; the server is killed in the middle; every answer is there once."""

from __future__ import annotations

import base64
import os
import random
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from contextlib import suppress
from dataclasses import dataclass, replace
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from typing import Any
from uuid import uuid4

from bench.measure import Measurement, measure
from bench.office import NOON, begin, make_office

PHONES, PERSONS, PHOTO = 4, 25, 200_000
BOUNDARY = "a-boundary-that-no-picture-holds"
_NOTE = (
    "Four phones at once over http on this machine, gunicorn with two workers, SQLite; each answer with a photo of "
    "200 KB, sealed and kept; every rule of the form worked out again, its room told, a line in the trail. The server "
    "was killed with signal 9 in the middle and started again within the time; the phones sent again what was not "
    "answered. Looked at afterwards: every answer there, none twice, each with its photo, the trail whole."
)
_PHOTO_QUESTION = '\n  - {type: image, name: photo, en: "A picture", ur: "تصویر"}\n'


@dataclass
class Phone:
    """A phone: who it is, what it has still to send, and how often it was not answered."""

    authorization: str
    left: list[tuple[str, bytes]]
    unanswered: int = 0


def run(quick: bool) -> list[Measurement]:
    """One measurement: answers sent until all are kept."""
    count = 40 if quick else 1_000
    with tempfile.TemporaryDirectory() as folder:
        begin(Path(folder))
        phones = _phones(count)
        server = Server(Path(folder))
        try:
            found = measure(
                "Answers from phones", f"{count:,} with photos", lambda: _send(phones, server, count), runs=1
            )
        finally:
            server.kill()
        _whole(count)
    figures = {
        "a second": f"{count / found.runs[0].wall:.0f}", "killed": str(server.kills),
        "sent again": str(sum(one.unanswered for one in phones)),
    }  # fmt: skip
    return [replace(found, note=_NOTE, figures=figures)]


class Server:
    """The site in processes of its own, which can be killed and started again at the same port."""

    def __init__(self, home: Path, settings: str = "rihai.config.settings") -> None:
        self.settings = settings
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.home, self.kills = home, 0
        self.process = self._started()

    def _started(self) -> subprocess.Popen[bytes]:
        environment = {
            **os.environ, "RIHAI_HOME": str(self.home), "RIHAI_DEMO": "yes", "RIHAI_SITE": f"http://127.0.0.1:{self.port}",
            "DJANGO_SETTINGS_MODULE": self.settings,
        }  # fmt: skip
        command = [sys.executable, "-m", "gunicorn", "-w", "2", "-b", f"127.0.0.1:{self.port}", "--log-level", "error"]
        return subprocess.Popen(
            [*command, "rihai.config.wsgi:application"],
            env=environment,
            start_new_session=True,
            stderr=subprocess.DEVNULL,
        )

    def kill(self) -> None:
        """End it and its workers at once, as a cut of the power would."""
        with suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()

    def again(self) -> None:
        """Kill it and start it."""
        self.kill()
        self.kills += 1
        self.process = self._started()


def _phones(count: int) -> list[Phone]:
    """Workers, each with a phone and a code of a person, and what they have filled in."""
    from rihai.accounts.acting import acting_as
    from rihai.instruments.operations import publish, take_in
    from rihai.instruments.operations.devices import let_in
    from rihai.instruments.shipped import FORMS, build

    office = make_office()
    source = (FORMS / "prisoner_profile.yaml").read_text(encoding="utf-8") + _PHOTO_QUESTION
    version = take_in(build(source), name="profile.xlsx", actor=None, at=NOON, ours=True)
    publish(version_id=version.pk, actor=None, at=NOON)
    phones = []
    for number in range(PHONES):
        worker = _worker(number, office.prisons[0])
        with acting_as(worker, NOON):
            device, key = let_in(name="bench", second_factor=True, actor=worker, at=NOON)
            codes = [_code(worker, office.prisons[0], number) for number in range(PERSONS)]
        basic = base64.b64encode(f"{device.called}:{key}".encode()).decode()
        answers = [_answer(codes[number % PERSONS]) for number in range(count // PHONES)]
        phones.append(Phone(f"Basic {basic}", answers))
    return phones


def _code(worker: Any, place: Any, number: int) -> str:
    from rihai.instruments.operations.codes import code_for
    from rihai.people.operations import enter_person

    record = {"full_name": f"Farzi {number}", "sex": "female"}
    person = enter_person(place=place, record=record, raw={}, true_on=NOON.date(), actor=worker, at=NOON)
    about = {"form_id": "prisoner_profile", "handler": "people.person", "subject": str(person.pk)}
    return code_for(**about, actor=worker, at=NOON).code


def _worker(number: int, place: Any) -> Any:
    from rihai.accounts.models import Account
    from rihai.accounts.operations import give_posting, house

    account = Account.objects.create_user(f"phone-{number}@rihai.example", f"phone {number}")
    give_posting(account=account, role="caseworker", place=place, started_on=NOON.date(), actor=house(), at=NOON)
    return account


def _answer(code: str) -> tuple[str, bytes]:
    draw = random.Random()
    inside = f"<who><sex>female</sex><age>{draw.randrange(18, 70)}</age></who><custody><lawyer>none</lawyer></custody>"
    xml = (
        f'<data id="prisoner_profile" version="1"><rihai_code>{code}</rihai_code><agrees>yes</agrees><alone>yes</alone>'
        f"{inside}<risk>no</risk><photo>a.jpg</photo><meta><instanceID>uuid:{uuid4()}</instanceID></meta></data>"
    )
    return xml, b"\xff\xd8\xff\xe0\x00\x10JFIF\x00" + draw.randbytes(PHOTO)


def _send(phones: list[Phone], server: Server, count: int) -> None:
    threads = [threading.Thread(target=_until_kept, args=(one, server)) for one in phones]
    for one in threads:
        one.start()
    while sum(len(one.left) for one in phones) > count // 2:
        time.sleep(0.02)
    server.again()
    for one in threads:
        one.join()


def _until_kept(phone: Phone, server: Server) -> None:
    while phone.left:
        status = _posted(phone, server.port, *phone.left[-1])
        if status in {201, 202}:
            phone.left.pop()
        elif status in {0, 429, 503}:
            phone.unanswered += status == 0
            time.sleep(0.2)
        else:
            raise RuntimeError(f"the server answered {status}")


def _posted(phone: Phone, port: int, xml: str, photo: bytes) -> int:
    told = 'Content-Disposition: form-data; name="{}"; filename="{}"\r\nContent-Type: {}'
    parts = (("xml_submission_file", "a.xml", "text/xml", xml.encode()), ("a.jpg", "a.jpg", "image/jpeg", photo))
    body = b"".join(
        f"--{BOUNDARY}\r\n{told.format(field, name, kind)}\r\n\r\n".encode() + content + b"\r\n"
        for field, name, kind, content in parts
    )  # fmt: skip
    asked = HTTPConnection("127.0.0.1", port, timeout=60)
    headers = {"Authorization": phone.authorization, "Content-Type": f"multipart/form-data; boundary={BOUNDARY}"}
    try:
        asked.request("POST", "/instruments/openrosa/submission", body + f"--{BOUNDARY}--\r\n".encode(), headers)
        return asked.getresponse().status
    except (OSError, HTTPException):
        return 0
    finally:
        asked.close()


def _whole(count: int) -> None:
    """Raises AssertionError where an answer is missing, there twice, or without its photo."""
    from rihai.accounts.operations.house import as_house
    from rihai.instruments.models import Answer, AnswerFile, Edition, Received
    from rihai.kit.audit.chain import verify
    from rihai.kit.files.store import contents

    with as_house():
        assert Received.objects.filter(stage="given").count() == Received.objects.count() == count
        assert Answer.objects.count() == Edition.objects.count() == count
        assert AnswerFile.objects.exclude(answer=None).values("answer").distinct().count() == count
        assert all(len(contents(one.stored)) > PHOTO for one in AnswerFile.objects.select_related("stored"))
        assert verify().holds
