"""Who acts, as the lower rooms know them: an id, a name, and what they may do."""

from __future__ import annotations

from typing import Protocol
from uuid import UUID


class Actor(Protocol):
    """Someone signed in, or the system itself. `accounts.Account` fits; kit knows no more of it than this."""

    @property
    def pk(self) -> UUID: ...

    @property
    def name(self) -> str: ...

    def may(self, capability: str) -> bool:
        """Whether one of today's postings grants the capability, as "places.edit"."""
        ...
