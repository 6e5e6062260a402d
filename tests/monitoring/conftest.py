"""The world of the tests of monitoring; built as the owner of the tables, before the test acts as the application."""

from __future__ import annotations

import pytest

from tests.monitoring.world import Desk, make_desk


@pytest.fixture
def desk(db: None) -> Desk:
    """Two inspectors and an official of District Prison Naya Bagh."""
    return make_desk()
