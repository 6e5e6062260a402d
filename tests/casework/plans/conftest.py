"""The office of the tests of plans; built as the owner of the tables."""

from __future__ import annotations

import pytest

from tests.casework.plans.office import Desk, make_desk


@pytest.fixture
def desk(db: None) -> Desk:
    """Workers of two prisons, a supervisor, a health worker, and Nargis."""
    return make_desk()
