"""The world of the tests of the line; built as the owner of the tables, before the test acts as the application."""

from __future__ import annotations

import pytest

from tests.helpline.line import Desk, make_desk


@pytest.fixture
def desk(db: None) -> Desk:
    """The line, and a woman held in Gulzar."""
    return make_desk()
