"""The world of the tests of committees; built as the owner of the tables, before the test acts as the application."""

from __future__ import annotations

import pytest

from tests.coordination.committees.world import Desk, make_desk


@pytest.fixture
def desk(db: None) -> Desk:
    """A secretary of the province and whom the committee needs."""
    return make_desk()
