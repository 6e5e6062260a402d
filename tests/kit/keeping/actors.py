"""Somebody who acts, made for the tests of keeping: an id, a name, and what they may do."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from uuid import UUID

from rihai.kit.ids import new_id

AT = datetime(2026, 11, 25, 9, 30, tzinfo=UTC)


@dataclass(frozen=True)
class Worker:
    """Fits `rihai.kit.actor.Actor`."""

    pk: UUID = field(default_factory=new_id)
    name: str = "Nadia Bukhari"
    can: frozenset[str] = frozenset()

    def may(self, capability: str) -> bool:
        return capability in self.can
