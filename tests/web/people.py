"""Actors for the tests of the door that need no database."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True)
class Somebody:
    """Somebody who may do everything."""

    pk: UUID
    name: str = "Sana Misali"

    def may(self, capability: str) -> bool:
        return True


SOMEBODY = Somebody(UUID(int=9))
