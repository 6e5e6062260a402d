"""The world of the tests of aftercare; built as the owner of the tables, before the test acts as the application."""

from __future__ import annotations

import pytest

from tests.casework.aftercare.cast import Desk, make_desk


@pytest.fixture
def desk(db: None) -> Desk:
    """A caseworker at Gulzar, and a woman held there whom the law may soon let go."""
    return make_desk()
