"""The office of the tests of matters; built as the owner of the tables."""

from __future__ import annotations

import pytest

from tests.legal.matters.office import Office, make_office


@pytest.fixture
def office(db: None) -> Office:
    """Lawyers of two prisons, a panel lead, a caseworker, and Nargis."""
    return make_office()
