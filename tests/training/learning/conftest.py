"""The world of the tests of learning; built as the owner of the tables, before the test acts as the application."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from rihai.accounts.operations.house import as_house
from tests.training.learning.world import Desk, make_desk


@pytest.fixture
def desk(db: None) -> Iterator[Desk]:
    """An office that trains; what a test reads itself it reads as the house."""
    made = make_desk()
    with as_house():
        yield made
