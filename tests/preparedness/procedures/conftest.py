"""The world of these tests; built as the owner of the tables, before the test acts as the application."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from rihai.accounts.operations.house import as_house
from tests.preparedness.procedures.world import Office, make_office


@pytest.fixture
def office(db: None) -> Iterator[Office]:
    """An office that prepares; what a test reads itself it reads as the house."""
    made = make_office()
    with as_house():
        yield made
