"""The house as it counts: what a room offers as a measure is counted whole, since a count names nobody."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from rihai.accounts.models import SYSTEM_ID
from rihai.accounts.roles import ROLES, SYSTEM


@dataclass(frozen=True, slots=True)
class House:
    """It sees everybody but what is sealed, and tells nobody's name. To be asked within `as_house`."""

    pk: UUID = SYSTEM_ID
    name: str = "Rihai"

    def may(self, capability: str) -> bool:
        """Everything that reads; what it sees of persons is decided by the house's own role."""
        return not capability.startswith("access.") or capability in ROLES[SYSTEM].capabilities
