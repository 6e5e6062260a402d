"""The fixtures of Chromium, for the tests of this folder."""

from __future__ import annotations

import pytest

from rihai.accounts.models import Account


@pytest.fixture
def worker(db: None) -> Account:
    """Somebody who may sign in and has no posting."""
    return Account.objects.create_user(
        email="sana@example.org", name="Sana Misali", password="not a word known to many"
    )
