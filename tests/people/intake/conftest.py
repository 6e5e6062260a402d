"""The world of the tests of taking in: as for people, with who takes in censuses at Gulzar."""

from __future__ import annotations

import pytest

from rihai.accounts.models import Account
from tests.people.world import World, make_world


@pytest.fixture
def world(db: None) -> World:
    """Two prisons of one province."""
    return make_world()


@pytest.fixture
def clerk(world: World) -> Account:
    """The records officer of Gulzar."""
    return world.worker("records_officer", world.gulzar)
