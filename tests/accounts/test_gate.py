"""The gate turns our errors into answers: a rule's no is 409 with its sentence, what may not be seen is 404."""

from __future__ import annotations

from typing import Any

import pytest
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.test import Client, override_settings
from django.urls import get_resolver, path

from rihai.errors import NotAllowed, NotFound, Refused, Unreadable
from rihai.kit.gate import needs, signed_in
from tests.accounts.world import account

pytestmark = pytest.mark.django_db


class Shown(NotAllowed):
    """Not about people: who may not do it is told so."""

    shown = True


ANSWERS = [
    (Refused, 409, True),
    (NotAllowed, 404, False),
    (Shown, 403, True),
    (NotFound, 404, False),
    (Unreadable, 400, True),
]


def view_that(raises: Exception) -> Any:
    @signed_in
    def view(_request: HttpRequest) -> HttpResponse:
        raise raises

    return view


def ask(view: Any) -> HttpResponseBase:
    client = Client()
    client.force_login(account("somebody"), backend=settings.AUTHENTICATION_BACKENDS[1])
    with override_settings(ROOT_URLCONF=(*get_resolver().url_patterns, path("tried/", view, name="tried"))):
        return client.get("/tried/")


@pytest.mark.parametrize(("kind", "status", "told"), ANSWERS)
def test_each_error_has_its_answer_and_says_its_sentence_where_it_may(
    kind: type[Exception], status: int, told: bool
) -> None:
    response = ask(view_that(kind("Nothing was changed; ask the office.")))

    assert response.status_code == status
    assert ("Nothing was changed; ask the office." in getattr(response, "content", b"").decode()) is told


def test_anything_else_is_a_bug_and_stays_one() -> None:
    with pytest.raises(ZeroDivisionError):
        ask(view_that(ZeroDivisionError()))


def test_a_capability_nobody_gave_hides_the_page() -> None:
    @needs("places.edit")
    def view(_request: HttpRequest) -> HttpResponse:
        return HttpResponse("open")

    assert ask(view).status_code == 404
