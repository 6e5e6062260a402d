"""What the API of every room is made of: who may ask an operation, and the shapes that all answers share.

A room's `api.py` is a `Router`; each operation says its scope, `auth=Scoped("people.read")`. One that says none is
closed (`rihai.web.api`). It translates in, asks one question or does one act, and translates out.
"""

from __future__ import annotations

from typing import Annotated, Any

from django.http import HttpRequest
from ninja import Schema
from ninja.security import HttpBearer
from pydantic import AfterValidator, Field

from rihai.errors import NotAllowed, NotFound, Unreadable
from rihai.kit.scopes import SCOPES

PAGE = 100
"""Rows that one answer of a list holds at most."""


class KeyTooNarrow(NotAllowed):
    """The key was not made for that; said plainly, because it tells nothing of anybody."""

    shown = True


class FieldsWrong(Unreadable):
    """What a form of the house found wrong: for each field its name and a sentence."""

    def __init__(self, errors: list[tuple[str, str]]) -> None:
        super().__init__()
        self.errors = errors


class Scoped(HttpBearer):
    """Who may ask: whoever's key was made for the scope, and whose postings still allow what it is for."""

    def __init__(self, scope: str) -> None:
        super().__init__()
        self.scope = SCOPES[scope]

    def __call__(self, request: HttpRequest) -> Any:
        """The key. Raises KeyTooNarrow, or NotFound where the owner's postings do not allow it any more."""
        key = getattr(request, "key", None)
        if key is None:
            return None
        if self.scope.name not in key.scopes:
            raise KeyTooNarrow
        if self.scope.capability and not (request.user.is_authenticated and request.user.may(self.scope.capability)):
            raise NotFound
        return key

    def authenticate(self, request: HttpRequest, token: str) -> Any:
        """Never asked: the key was found before the gate."""
        raise NotImplementedError


class Closed(Scoped):
    """Lets nobody in: the rule of an operation that says none."""

    def __init__(self) -> None:
        HttpBearer.__init__(self)

    def __call__(self, request: HttpRequest) -> Any:
        """Raises NotFound."""
        raise NotFound


class Wrong(Schema):
    """What is wrong with one field."""

    field: str = Field(description="The field, as it was sent.")
    says: str = Field(description="One sentence.")


class Problem(Schema):
    """Why a request was refused (RFC 9457), in the language of Accept-Language."""

    title: str
    status: int
    detail: str = Field(description="One sentence: what happened, what was kept, what to do.")
    errors: list[Wrong] = Field(default=[], description="With 422: each field that is wrong.")


class PlaceNamed(Schema):
    """A place by id and name."""

    id: int
    name: str


class Withheld(Schema):
    """That something is there which the owner of the key may not see: of which class, of how many people."""

    data_class: str
    count: int


def _printable(text: str) -> str:
    if not text.isprintable():
        raise ValueError("hidden characters")
    return text


Words = Annotated[str, Field(max_length=100), AfterValidator(_printable)]
"""A short text without hidden characters."""
PlaceKey = Annotated[int, Field(ge=1, le=999_999_999)]
"""The number of a place."""
