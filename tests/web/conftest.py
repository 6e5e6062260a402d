"""The world of the tests of the API: two prisons of one province, and whoever is asked for."""

from __future__ import annotations

import pytest

from tests.people.world import World, make_world


@pytest.fixture
def world(db: None) -> World:
    """Two prisons of one province."""
    return make_world()
