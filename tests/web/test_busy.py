"""While a long act writes, whoever writes too is told to wait, and what they typed is kept: never that we broke."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.db.utils import OperationalError
from django.test import Client, RequestFactory

from rihai.web import busy
from tests.people.world import World

pytestmark = pytest.mark.django_db
TYPED = "Nargis <b>Farzi</b> “نرگس”"


def full(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
    """Whatever writes finds the database taken, as SQLite says it."""
    if sql.split(maxsplit=1)[0] in {"INSERT", "UPDATE", "DELETE"}:
        raise OperationalError("database is locked")
    connection.needs_rollback = False  # the test's own transaction is whole: nothing reached the database
    return execute(sql, params, many, context)


def broken(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
    """The disk is gone."""
    if sql.startswith("INSERT"):
        raise OperationalError("disk I/O error")
    connection.needs_rollback = False
    return execute(sql, params, many, context)


def test_a_page_or_a_form_that_waits_too_long_says_so_and_keeps_what_was_typed(client: Client, world: World) -> None:
    client.force_login(world.worker("records_officer", world.gulzar))
    client.raise_request_exception = False
    lists = {"q": TYPED, "lists": SimpleUploadedFile("a.csv", b"Name\nNargis\n")}
    with connection.execute_wrapper(full):
        page = client.get("/people/?sex=female")
        form = client.post("/find/?from=here", {"q": ["", TYPED], "csrfmiddlewaretoken": "x"})
        upload = client.post("/find/", lists)
        program = client.get("/api/v1/people/", headers={"authorization": "Bearer nothing"})
    with connection.execute_wrapper(broken):
        other = client.get("/people/")

    assert [one.status_code for one in (page, form, upload, program, other)] == [503, 503, 503, 503, 500]
    assert page["Retry-After"] == "60"
    assert 'href="/people/?sex=female"' in page.content.decode()
    assert 'action="/find/?from=here"' in form.content.decode()
    assert form.content.decode().count('name="q"') == 2
    assert "Nargis &lt;b&gt;Farzi&lt;/b&gt; “نرگس”" in form.content.decode()
    assert "Choose your files again" in upload.content.decode()
    assert "Wait a minute" in program.json()["detail"]


def test_nothing_typed_where_passwords_are_asked_for_stands_on_the_page(rf: RequestFactory) -> None:
    typed = rf.post("/account/login/", {"login": "nobody@rihai.example", "password": "a secret of hers"})
    try:
        raise OperationalError("database is locked")
    except OperationalError:
        answer = busy.broken(typed)

    assert answer.status_code == 503
    assert "a secret of hers" not in answer.content.decode()
