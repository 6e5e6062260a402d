"""A phone of the tests: it asks and posts as ODK Collect does."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar
from uuid import uuid4
from xml.etree.ElementTree import Element, fromstring

from django.core.files.uploadedfile import SimpleUploadedFile
from django.db.models import Model
from django.http import HttpResponse
from django.test import Client

from rihai.accounts.acting import acting_as
from rihai.accounts.models import Account
from rihai.accounts.operations.house import as_house
from rihai.instruments.models import AboutCode, Device
from rihai.instruments.operations.codes import code_for
from rihai.instruments.operations.devices import let_in
from tests.people.world import NOON

AT = "/instruments/openrosa"
M = TypeVar("M", bound=Model)
JPEG = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00" + b"\x00" * 64 + b"\xff\xd9"


def basic(name: str, key: str) -> str:
    """The header of a name and a key."""
    return "Basic " + base64.b64encode(f"{name}:{key}".encode()).decode()


@dataclass
class Phone:
    """A phone that its owner let in."""

    owner: Account
    client: Client = field(default_factory=Client)
    key: str = ""
    device: Device | None = None

    def __post_init__(self) -> None:
        with acting_as(self.owner, NOON):
            self.device, self.key = let_in(name="A phone", second_factor=True, actor=self.owner, at=NOON)

    @property
    def headers(self) -> dict[str, str]:
        """Who asks, as each request says."""
        assert self.device is not None
        return {"authorization": basic(self.device.called, self.key), "x-openrosa-version": "1.0"}

    def get(self, path: str) -> Any:
        """Ask."""
        return self.client.get(path if path.startswith("/instruments") else f"{AT}/{path}", headers=self.headers)

    def post(self, xml: str | bytes, files: Mapping[str, bytes] | None = None, *, more: bool = False) -> Any:
        """Send an answer, or a part of it."""
        content = xml.encode() if isinstance(xml, str) else xml
        body: dict[str, Any] = {"xml_submission_file": SimpleUploadedFile("a.xml", content, "text/xml")}
        body |= {name: SimpleUploadedFile(name, one, "image/jpeg") for name, one in (files or {}).items()}
        if more:
            body["*isIncomplete*"] = "yes"
        return self.client.post(f"{AT}/submission", body, headers=self.headers)

    def code(self, handler: str = "tests.room", subject: str = "plan-1", form_id: str = "test_form") -> AboutCode:
        """A code of the owner's."""
        with acting_as(self.owner, NOON):
            return code_for(form_id=form_id, handler=handler, subject=subject, actor=self.owner, at=NOON)


def new_id() -> str:
    """An id of an answer."""
    return f"uuid:{uuid4()}"


def answer(inside: str, *, instance_id: str, code: str = "", version: str = "1", corrects: str = "") -> str:
    """An answer to the form of the tests."""
    deprecated = f"<deprecatedID>{corrects}</deprecatedID>" if corrects else ""
    return (
        f'<data id="test_form" version="{version}"><rihai_code>{code}</rihai_code>{inside}'
        f"<meta><instanceID>{instance_id}</instanceID>{deprecated}</meta></data>"
    )


def said(response: HttpResponse) -> str:
    """The sentence that the phone shows."""
    root: Element = fromstring(response.content)
    return root[0].text or ""


def many_of(model: type[M], **asked: Any) -> list[M]:
    """The rows there are, whoever may see them."""
    with as_house():
        return list(model._default_manager.filter(**asked))


def one_of(model: type[M], **asked: Any) -> M:
    """The one row there is."""
    (found,) = many_of(model, **asked)
    return found
