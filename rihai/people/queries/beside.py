"""Everything known of two persons, fact by fact, beside each other."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from rihai.kit.actor import Actor
from rihai.people.queries.records import said_about
from rihai.people.record import believed
from rihai.people.shown import label, order_of, value_text


@dataclass(frozen=True, slots=True)
class Compared:
    """One fact of two persons, in words."""

    label: str
    case_id: str
    one: str
    other: str

    @property
    def agrees(self) -> bool:
        """Whether both say the same."""
        return self.one == self.other

    @property
    def differs(self) -> bool:
        """Whether both speak and say otherwise."""
        return bool(self.one and self.other) and self.one != self.other


def side_by_side(one_id: UUID, other_id: UUID, *, actor: Actor, at: datetime | None = None) -> list[Compared]:
    """Everything known of two persons in the classes the actor sees, fact by fact, in the order of the dictionary."""
    both = [
        {one.path: value_text(one.path.fact, one.value) for one in believed(said_about(person, actor=actor, at=at))}
        for person in (one_id, other_id)
    ]
    paths = sorted({*both[0], *both[1]}, key=lambda path: (path.case_id, order_of(path.fact)))
    rows = [Compared(label(path.fact), path.case_id, both[0].get(path, ""), both[1].get(path, "")) for path in paths]
    return [row for row in rows if row.label]
