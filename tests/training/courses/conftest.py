"""The world of these tests; built as the owner of the tables, before the test acts as the application."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from rihai.accounts.operations.house import as_house
from tests.training.courses.world import School, make_school


@pytest.fixture
def school(db: None) -> Iterator[School]:
    """An office that trains; what a test reads itself it reads as the house."""
    made = make_school()
    with as_house():
        yield made
