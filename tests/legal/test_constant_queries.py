"""Every list of the room asks as often for four hundred people as for a hundred: answers, matters, papers, releases."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from bench.legalwork import work_on_lines
from bench.office import PRISONS, state_people
from rihai.accounts.models import Account
from rihai.accounts.operations.house import as_house
from rihai.legal.models import Matter, Response
from rihai.people.projection import project
from rihai.screening.operations import screen_people
from tests.conftest import as_owner
from tests.people.world import World, make_world
from tests.screening.cast import bailed_man, keep, unknown_arrest, woman

LISTS = (
    "mine", "inside", "lost", "obstacles", "matters", "diary", "strategic", "papers", "packs", "sharing",
    "monthly-list", "to-tell", "releases", "held-past", "measures", "law",
)  # fmt: skip
OTHERS = {
    "home": ("home", ""), "who could go": ("screening:who", ""), "what is missing": ("screening:missing", ""),
    "ended": ("legal:mine", "?by=ended"), "a month": ("legal:diary", "?span=month"),
    "untold": ("legal:sharing", "?untold=1"),
}  # fmt: skip
SUPERVISED = {"untouched": ("legal:untouched", "?days=0"), "idle": ("legal:untouched", "?by=idle&days=0"),
              "conflicts": ("legal:conflicts", "")}  # fmt: skip


@pytest.fixture
def world(db: None) -> World:
    return make_world()


def add(people: int, world: World, workers: list[Account]) -> None:
    """Invented people of a census, projected and screened, and the work on them."""
    ids = state_people(people, [world.gulzar, world.naya_bagh] * (PRISONS // 2))
    project(ids)
    screen_people(ids, at=timezone.now())
    work_on_lines(workers, on=timezone.localdate(), at=timezone.now(), most=10_000)


def asked(worker: Account, *, supervises: bool) -> Mapping[str, int]:
    """Queries by page; the second time a browser asks, when what is read once in a process has been read."""
    browser = Client()
    browser.force_login(worker, backend=settings.AUTHENTICATION_BACKENDS[-1])
    pages = {name: (f"legal:{name}", "") for name in LISTS} | OTHERS
    return {
        name: _queries(browser, reverse(view) + asks)
        for name, (view, asks) in (SUPERVISED if supervises else pages).items()
    }


def _queries(browser: Client, address: str) -> int:
    for _ in range(2):
        with CaptureQueriesContext(connection) as queries:
            assert browser.get(address).status_code == 200, address
    return sum("set_config('rihai." not in query["sql"] for query in queries)  # on PostgreSQL: who asks


def test_a_hundred_people_or_four_hundred_are_the_same_number_of_queries(world: World) -> None:
    today = timezone.localdate()
    with as_owner():
        lawyer, chief = world.worker("lawyer", world.province), world.worker("supervisor", None)
        for record in (bailed_man(today), woman(today), unknown_arrest(today)):
            keep(record, world.gulzar, chief)
        add(100, world, [lawyer])
    few = {**asked(lawyer, supervises=False), **asked(chief, supervises=True)}
    with as_owner():
        add(300, world, [lawyer])
    with as_house():
        assert Response.objects.count() > 50, "more than a page of everything"
        assert Matter.objects.count() > 25
    many = {**asked(lawyer, supervises=False), **asked(chief, supervises=True)}
    assert {name: (few[name], many[name]) for name in few if many[name] > few[name] + 1} == {}
    # My work asks every room once for each of its lists: tests/web holds it to that.
    assert max(asks for name, asks in many.items() if name != "home") <= 45, many
