"""However many people there are, a page asks the database the same number of times: eighty, then three hundred."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from bench.office import PRISONS, state_people
from rihai.accounts.models import Account
from rihai.kit.offers import PlacePanel, Worklist, offered
from rihai.people.projection import project
from rihai.screening.operations import screen_people
from tests.conftest import as_owner
from tests.people.world import World, make_world
from tests.screening.cast import bailed_man, keep, unknown_arrest, woman

PAGES = (
    "home", "people:index", "people:differences", "screening:who", "screening:inside", "screening:alerts",
    "screening:risk", "screening:missing", "screening:lost", "places:index",
)  # fmt: skip

MOST = {"home": 20 + len(offered(Worklist)), "place": 30 + len(offered(PlacePanel))}
"""Queries of a page, 45 where nothing else is said: My work asks every room for what is due, once for each list, and a
place's page every room for its part."""


@pytest.fixture
def world(db: None) -> World:
    return make_world()


def add(people: int, world: World) -> None:
    """Invented people of a census, projected and screened."""
    ids = state_people(people, [world.gulzar, world.naya_bagh] * (PRISONS // 2))
    project(ids)
    screen_people(ids, at=timezone.now())


def asked(worker: Account, world: World) -> Mapping[str, int]:
    """Queries by page; the second time a browser asks, when what is read once in a process has been read."""
    browser = Client()
    browser.force_login(worker, backend="allauth.account.auth_backends.AuthenticationBackend")
    addresses = {name: reverse(name) for name in PAGES}
    addresses["place"] = reverse("places:place", args=[world.gulzar.pk])
    addresses["one tab"] = reverse("screening:who") + "?by=cannot_tell"
    addresses["list of one prison"] = reverse("people:index") + f"?place={world.gulzar.pk}"
    counts = {name: _queries(browser, address) for name, address in addresses.items()}
    counts["search"] = _queries(browser, reverse("search"), "Ali")
    return counts


def of_cases(number: int, today: date) -> dict[str, Any]:
    """A woman with so many cases, each with a charge and hearings of its own, and a child living inside for each."""
    record = woman(today, full_name=f"Woman of {number} cases")
    (case,) = record["cases"]
    heard = [{"on": (today - timedelta(days=at)).isoformat(), "asked_by": "court"} for at in range(number)]
    cases = [{**case, "case_id": f"{at}/26 Saddar", "adjournments": heard} for at in range(number)]
    children = [{"date_of_birth": "2025-01-01", "lives_in_prison": True}] * number
    return {**record, "cases": cases, "children": children}


def _queries(browser: Client, address: str, words: str = "") -> int:
    for _ in range(2):
        with CaptureQueriesContext(connection) as queries:
            response = browser.post(address, {"q": words}) if words else browser.get(address)
        assert response.status_code == 200, address
    return sum("set_config('rihai." not in query["sql"] for query in queries)  # on PostgreSQL: who asks


def test_eighty_people_or_three_hundred_are_the_same_number_of_queries(world: World) -> None:
    today = timezone.localdate()
    with as_owner():
        posts = ("lawyer", world.province), ("supervisor", None), ("lawyer", world.gulzar)
        workers = [world.worker(role, place) for role, place in posts]
        for record in (bailed_man(today), woman(today), unknown_arrest(today)):
            keep(record, world.gulzar, workers[1])
        add(80, world)
    few = [asked(worker, world) for worker in workers]
    with as_owner():
        add(220, world)
    many = [asked(worker, world) for worker in workers]
    pairs = zip(few, many, strict=True)
    grown = [(name, of_few[name], of_many[name]) for of_few, of_many in pairs for name in of_few]
    # Records are read, in one query, only when a line of the page has a sum of days: among eighty none may have.
    assert [one for one in grown if one[2] > one[1] + 1] == []
    assert [(name, count) for counts in many for name, count in counts.items() if count > MOST.get(name, 45)] == []


@pytest.mark.parametrize("role", ["supervisor", "lawyer"])
def test_a_person_of_two_cases_or_of_six_is_the_same_number_of_queries(world: World, role: str) -> None:
    with as_owner():
        worker = world.worker(role, world.province)
        enters = world.worker("caseworker", world.gulzar)
        people = [keep(of_cases(number, timezone.localdate()), world.gulzar, enters) for number in (2, 6)]
        screen_people([one.pk for one in people], at=timezone.now())
    browser = Client()
    browser.force_login(worker, backend="allauth.account.auth_backends.AuthenticationBackend")

    few, many = (_queries(browser, reverse("people:person", args=[one.pk])) for one in people)

    assert many == few
    assert "5/26 Saddar" in browser.get(reverse("people:person", args=[people[1].pk])).content.decode()
