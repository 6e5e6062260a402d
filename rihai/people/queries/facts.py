"""One fact as it stands: what is believed, from where, and how it would be typed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from rihai.kit.actor import Actor
from rihai.people.queries.records import said_about
from rihai.people.record import Path, believed
from rihai.people.record.said import HAND
from rihai.people.shown import source_text, value_text


@dataclass(frozen=True, slots=True)
class Standing:
    """What is believed now; all empty when nobody has said anything, or the reader's classes do not have it."""

    value: str = ""
    typed: str = ""
    source: str = ""
    raw: str = ""
    is_by_hand: bool = False


def standing_of(person_id: UUID, path: Path, *, actor: Actor) -> Standing:
    """How one fact stands, in the classes the actor sees."""
    found = next((one for one in believed(said_about(person_id, actor=actor)) if one.path == path), None)
    if found is None:
        return Standing()
    return Standing(
        value=value_text(path.fact, found.value),
        typed=_typed(found.value, found.raw),
        source=source_text(found.said),
        raw=found.raw or "",
        is_by_hand=found.said.kind == HAND,
    )


def _typed(value: Any, raw: str | None) -> str:
    """What stands in the box to begin with: the code, the text, the day; what is a list, as its source wrote it."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value) if isinstance(value, str | int | float) else raw or ""
