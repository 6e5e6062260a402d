"""The world of the tests about survivors."""

from __future__ import annotations

import pytest

from tests.people.world import World, make_world


@pytest.fixture
def world(db: None) -> World:
    """Two prisons of one province and whoever is asked for."""
    return make_world()
