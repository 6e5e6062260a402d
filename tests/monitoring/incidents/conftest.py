"""The world of the tests of incidents."""

from __future__ import annotations

import pytest

from rihai.accounts.acting import acting_as
from rihai.accounts.models import Account
from rihai.people.models import Person
from tests.people.world import World, make_world


@pytest.fixture
def world(db: None) -> World:
    """Two prisons of one province and whoever is asked for."""
    return make_world()


@pytest.fixture
def inspector(world: World) -> Account:
    return world.worker("monitor", world.gulzar)


@pytest.fixture
def lead(world: World) -> Account:
    return world.worker("safeguarding_lead", None)


@pytest.fixture
def boss(world: World) -> Account:
    return world.worker("supervisor", world.province)


@pytest.fixture
def person(world: World) -> Person:
    clerk = world.worker("records_officer", world.gulzar)
    with acting_as(clerk):
        return world.enter(clerk)
