"""The world of the tests of results; built as the owner of the tables, before the test acts as the application."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from rihai.accounts.operations.house import as_house
from tests.results.world import Desk, make_desk


@pytest.fixture
def desk(db: None) -> Iterator[Desk]:
    """A manager of projects and a director of the whole office; what a test reads itself it reads as the house."""
    made = make_desk()
    with as_house():
        yield made
