"""The world of these tests: no form is filled in, so that none is built."""

from __future__ import annotations

import pytest

from tests.monitoring.series import make_plain_desk
from tests.monitoring.world import Desk


@pytest.fixture
def desk(db: None) -> Desk:
    """Two inspectors and an official of District Prison Naya Bagh."""
    return make_plain_desk()
