"""A statement as belief reads it: a plain value, whatever row it was made from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID

HAND, FORM, DOCUMENT, CENSUS = "hand", "form", "document", "census_row"
_RANKS = {HAND: 0, FORM: 1, DOCUMENT: 1, CENSUS: 2}


@dataclass(frozen=True, slots=True)
class Said:
    """What one source says of one person in one class; `facts` is a record cut down to the class, `raw` is by path."""

    id: UUID
    person_id: UUID
    data_class: str
    kind: str
    said_at: datetime
    true_on: date | None
    facts: Mapping[str, Any]
    raw: Mapping[str, str] = field(default_factory=dict)
    takes_back: frozenset[str] = frozenset()
    title: str = ""
    sheet: str = ""
    row: int | None = None
    said_by_name: str = ""

    @property
    def rank(self) -> int:
        """0 is believed first: the hand, then forms and documents, then censuses."""
        return _RANKS[self.kind]

    @property
    def order(self) -> tuple[int, int, float, bool]:
        """What sorts statements from the one believed first; a census counts by the day on which it was true.

        Of one source the personal slice stands first: it names the cases in their order.
        """
        day = -self.true_on.toordinal() if self.true_on and self.rank else 0
        return self.rank, day, -self.said_at.timestamp(), self.data_class != "personal"
