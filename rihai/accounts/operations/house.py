"""The tables of access are kept by the house itself, after an operation has decided that the act may be done."""

from __future__ import annotations

from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from rihai.accounts.acting import acting_as
from rihai.accounts.models import SYSTEM_ID
from rihai.accounts.roles import ROLES, SYSTEM


def as_house(at: datetime | None = None) -> AbstractContextManager[None]:
    """Within it the house asks: its walls let it keep grants, presences and notices of everybody."""
    return acting_as(SYSTEM_ID, at)


@dataclass(frozen=True, slots=True)
class House:
    """The house as it counts: it sees everybody but what is sealed, and tells nobody's name."""

    pk: UUID = SYSTEM_ID
    name: str = "Rihai"

    def may(self, capability: str) -> bool:
        """Everything that reads; what it sees of persons is decided by the house's own role."""
        return not capability.startswith("access.") or capability in ROLES[SYSTEM].capabilities
