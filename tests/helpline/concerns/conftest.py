"""The house of the tests of concerns; built as the owner of the tables, before the test acts as the application."""

from __future__ import annotations

import pytest

from tests.helpline.concerns.house import House, make_house


@pytest.fixture
def house(db: None) -> House:
    """Two who safeguard, the head, a caseworker with her supervisor, a mentor with his coordinator and match."""
    return make_house()
