"""In the tests of keeping the house asks, unless a test says who; on PostgreSQL nobody else reads the whole trail."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from rihai.accounts.operations.house import as_house


@pytest.fixture(autouse=True)
def _house(request: pytest.FixtureRequest) -> Iterator[None]:
    if request.node.get_closest_marker("django_db") is None:
        yield
        return
    request.getfixturevalue("db")
    with as_house():
        yield
