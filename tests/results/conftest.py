"""The world of the tests of results; built as the owner of the tables, before the test acts as the application."""

from __future__ import annotations

import pytest

from tests.results.world import Desk, make_desk


@pytest.fixture
def desk(db: None) -> Desk:
    """A manager of projects and a director, both of the whole office."""
    return make_desk()
