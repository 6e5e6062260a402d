"""The tables of access are kept by the house itself, after an operation has decided that the act may be done."""

from __future__ import annotations

from contextlib import AbstractContextManager
from datetime import datetime

from rihai.accounts.acting import acting_as
from rihai.accounts.models import SYSTEM_ID


def as_house(at: datetime | None = None) -> AbstractContextManager[None]:
    """Within it the house asks: its walls let it keep grants, presences and notices of everybody."""
    return acting_as(SYSTEM_ID, at)
