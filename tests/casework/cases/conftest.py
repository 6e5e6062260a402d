"""The office of the tests of cases; built as the owner of the tables."""

from __future__ import annotations

import pytest

from tests.casework.cases.office import Office, make_office


@pytest.fixture
def office(db: None) -> Office:
    """Workers of two prisons, a supervisor, a health worker, and Nargis."""
    return make_office()
