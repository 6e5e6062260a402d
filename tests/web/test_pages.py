"""The pages of the door: what a visitor and a colleague get, in which language, at what cost to the database."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext, override_settings
from django.urls import reverse
from django.utils import timezone

from rihai.accounts.models import Account
from rihai.accounts.operations import notify
from rihai.accounts.operations.house import as_house
from rihai.demo.founding import found
from rihai.kit import offers
from rihai.kit.actor import Actor
from rihai.kit.audit.models import Event
from rihai.kit.offers import Worklist, WorkRow

pytestmark = pytest.mark.django_db


@pytest.fixture
def lawyer() -> Account:
    found(at=timezone.now())
    return Account.objects.get(email="lawyer@rihai.example")


@pytest.fixture
def signed_in(client: Client, lawyer: Account) -> Client:
    client.force_login(lawyer)
    return client


def text(answer: Any) -> str:
    return str(answer.content.decode())


def test_a_visitor_is_asked_to_sign_in_and_brought_back(client: Client) -> None:
    answer = client.get("/see/")

    assert answer.status_code == 302
    assert answer["Location"].startswith("/account/login/")
    assert "next=/see/" in answer["Location"]


def test_the_health_of_the_site_is_told_to_anybody_and_nothing_else(client: Client) -> None:
    answer = client.get("/health/")

    assert (answer.status_code, answer.json()) == (200, {"site": "up", "database": "up"})
    assert "no-store" in answer["Cache-Control"]


def test_a_monitor_that_asks_for_the_heading_alone_is_answered(client: Client) -> None:
    assert client.head("/health/").status_code == 200


def test_a_language_chosen_by_a_visitor_is_kept_in_the_browser(client: Client) -> None:
    client.post("/language/", {"language": "ur", "next": "/help/"})

    answer = client.get("/help/")

    assert 'lang="ur" dir="rtl"' in text(answer)
    assert answer["Content-Language"] == "ur"


def test_a_language_chosen_by_a_colleague_follows_them_to_another_browser(signed_in: Client, lawyer: Account) -> None:
    signed_in.post("/language/", {"language": "ur"})
    elsewhere = Client()
    elsewhere.force_login(lawyer)

    assert 'lang="ur" dir="rtl"' in text(elsewhere.get("/"))


@pytest.mark.parametrize(
    "asked", ["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)", ""]
)
def test_the_way_back_leads_to_no_other_site(client: Client, asked: str) -> None:
    answer = client.post("/language/", {"language": "en", "next": asked})

    assert answer["Location"] == "/"


def test_a_language_we_do_not_speak_gives_the_offices_own(client: Client) -> None:
    client.post("/language/", {"language": "tlh"})

    assert client.get("/help/")["Content-Language"] == "en"


def test_a_name_looked_for_does_not_stand_in_an_address(signed_in: Client) -> None:
    by_address = text(signed_in.get("/find/", {"q": "Gulzar"}))
    by_form = text(signed_in.post("/find/", {"q": "Gulzar"}))

    assert "Women’s Prison Gulzar" not in by_address
    assert "Women’s Prison Gulzar" in by_form


def test_a_search_that_finds_nothing_is_in_the_trail_without_the_name(signed_in: Client, lawyer: Account) -> None:
    signed_in.post("/find/", {"q": "Nargis Nowhere"})

    with as_house():
        line = Event.objects.filter(actor_id=lawyer.pk, act="kit.list.read").latest("number")
    assert '"what":"web.search"' in line.written
    assert '"count":0' in line.written
    assert "Nargis" not in line.written


@pytest.mark.parametrize("path", ["/", "/see/", "/ask/", "/act/", "/show/", "/find/", "/help/"])
def test_every_page_of_the_door_is_written_in_both_languages(signed_in: Client, path: str) -> None:
    english = text(signed_in.get(path))
    signed_in.post("/language/", {"language": "ur"})
    urdu = text(signed_in.get(path))

    assert ('lang="en" dir="ltr"' in english, 'lang="ur" dir="rtl"' in urdu) == (True, True)


def test_what_is_refused_is_said_in_the_readers_language_and_leads_home(signed_in: Client, lawyer: Account) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(lawyer)
    for language in ("en", "ur"):
        signed_in.post("/language/", {"language": language})
        nowhere, closed = signed_in.get("/nowhere/"), signed_in.get(reverse("accounts:index"))
        with override_settings(DATA_UPLOAD_MAX_MEMORY_SIZE=9):
            huge = signed_in.post("/find/", {"q": "far more than nine letters"})
        forged = strict.post("/find/", {"q": "Nargis"})
        assert [one.status_code for one in (nowhere, closed, huge, forged)] == [404, 404, 400, 403]
        for page in (nowhere, closed):
            assert (f'lang="{language}"' in text(page), 'href="/"' in text(page)) == (True, True)
        for page in (huge, forged):
            assert ('lang="en"' in text(page), 'lang="ur"' in text(page)) == (True, True), "both at once"


def test_a_station_shows_only_pages_one_may_enter(signed_in: Client) -> None:
    page = text(signed_in.get("/see/"))

    assert "Places" in page
    assert "People who work here" not in page


def test_my_work_asks_the_database_the_same_however_much_waits(
    signed_in: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def queries(rows: int) -> int:
        def waiting(actor: Actor, on: Any) -> list[WorkRow]:
            return [WorkRow(who=f"Place {number}", url="/", why="it is due", due_on=on) for number in range(rows)]

        monkeypatch.setattr(offers, "gathered", lambda: (Worklist(name="x", title="X", rows=waiting),))
        with CaptureQueriesContext(connection) as caught:
            page = text(signed_in.get("/?all"))
        assert page.count("it is due") == rows
        return len(caught)

    queries(1)

    assert queries(1) == queries(40)


def test_home_shows_a_days_work_and_counts_the_rest(signed_in: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def waiting(actor: Actor, on: Any) -> list[WorkRow]:
        return [WorkRow(who=f"Place {number}", url="/", why="it is due", due_on=on) for number in range(30)]

    monkeypatch.setattr(offers, "gathered", lambda: (Worklist(name="x", title="Permits", rows=waiting),))

    page, everything = text(signed_in.get("/")), text(signed_in.get("/?all"))

    assert (page.count("it is due"), everything.count("it is due")) == (12, 30)
    assert "The rest, counted" in page
    assert "The rest, counted" not in everything


def test_home_says_that_there_are_notices(signed_in: Client, lawyer: Account) -> None:
    notify([lawyer.pk], "glass.reviewed", at=timezone.now())

    assert "Read what the house has to tell you" in text(signed_in.get("/"))


@pytest.mark.parametrize(("demo", "status"), [(True, 200), (False, 404)])
def test_the_page_of_components_is_there_in_the_demonstration_alone(client: Client, demo: bool, status: int) -> None:
    with override_settings(DEMO=demo):
        assert client.get("/kit/").status_code == status
