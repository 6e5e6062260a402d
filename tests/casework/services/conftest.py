"""The world of the tests about services; built as the owner of the tables, before the test acts as the application."""

from __future__ import annotations

import pytest

from tests.casework.services.office import Office, make_office


@pytest.fixture
def office(db: None) -> Office:
    """Two prisons, a caseworker, a health worker, a lawyer, a supervisor, a partner and an employer."""
    return make_office()
