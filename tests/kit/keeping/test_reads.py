"""What a page showed is one line in the trail, written after the answer; an attempt that was refused is one too."""

from __future__ import annotations

from typing import Any

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory

from rihai.kit.audit.middleware import Reads
from rihai.kit.audit.models import Event, Opening
from rihai.kit.audit.reads import listed, opened
from rihai.kit.ids import new_id

pytestmark = pytest.mark.django_db


def answered(view: Any, account: Any, status: int = 200) -> HttpResponse:
    request = RequestFactory().get("/")
    request.user = account

    def get_response(asked: HttpRequest) -> HttpResponse:
        view(asked)
        assert not Event.objects.exists(), "the line comes after the answer"
        return HttpResponse(status=status)

    return Reads(get_response)(request)


@pytest.fixture
def account(django_user_model: Any) -> Any:
    return django_user_model.objects.create_user("n@rihai.example", "Nadia")


def test_a_persons_page_is_one_line_and_an_opening_of_that_person(account: Any) -> None:
    person = new_id()

    def view(request: HttpRequest) -> None:
        opened(request, person)
        opened(request, person)
        listed(request, "notes", 3)

    answered(view, account)

    line, opening = Event.objects.get(), Opening.objects.get()
    assert (line.act, line.subject, line.actor_id) == ("kit.page.opened", str(person), account.pk)
    assert line.detail["lists"] == [{"what": "notes", "count": 3, "filters": {}}]
    assert (opening.person_id, opening.event_number, opening.actor_name) == (person, line.number, "Nadia")


def test_a_list_is_its_filter_and_how_many_and_nobodys_opening(account: Any) -> None:
    answered(lambda request: listed(request, "people", 25, {"prison": 12}), account)

    line = Event.objects.get()
    assert line.act == "kit.list.read"
    assert line.detail["lists"] == [{"what": "people", "count": 25, "filters": {"prison": 12}}]
    assert not Opening.objects.exists()


def test_a_page_that_shows_nobody_writes_nothing(account: Any) -> None:
    answered(lambda request: None, account)

    assert not Event.objects.exists()


def test_a_page_that_broke_after_it_had_opened_a_person_is_written_down_too(account: Any) -> None:
    answered(lambda request: opened(request, new_id()), account, status=500)

    assert Event.objects.get().detail["status"] == 500


def test_a_refused_page_is_written_down_with_what_was_asked_for_and_no_stranger_fills_the_trail(
    client: Client, account: Any
) -> None:
    asked = new_id()
    client.get(f"/kit/files/{asked}/")
    client.get("/nothing/here/")
    assert not Event.objects.exists()

    client.force_login(account)
    assert client.get(f"/kit/files/{asked}/").status_code == 404
    client.get("/nothing/here/for/Yusuf")

    line = Event.objects.get()
    assert (line.act, line.subject) == ("kit.page.refused", str(asked))
    assert line.detail == {"page": "kit_file", "asked": {"file_id": str(asked)}, "method": "GET", "status": 404}
