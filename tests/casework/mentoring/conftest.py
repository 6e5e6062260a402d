"""The office of the tests of mentoring; built as the owner of the tables."""

from __future__ import annotations

import pytest

from tests.casework.mentoring.office import Office, make_office


@pytest.fixture
def office(db: None) -> Office:
    """Coordinators, a supervisor, mentors, Nargis and Gul."""
    return make_office()
