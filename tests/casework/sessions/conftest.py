"""The world of the tests about sessions; built as the owner of the tables, before the test acts as the application."""

from __future__ import annotations

import pytest

from tests.casework.services.office import Office, make_office


@pytest.fixture
def office(db: None) -> Office:
    """The office that gives services."""
    return make_office()
