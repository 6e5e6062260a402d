"""Where the newest census says otherwise than what was written by hand.

What a census said before the hand wrote was known to whoever wrote; only when it says something new is there anything
to decide. So a decision lasts until the prison writes something else again.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from rihai.people.record.belief import Belief, believed
from rihai.people.record.paths import Path
from rihai.people.record.said import CENSUS, HAND, Said

NEVER_COMPARED = frozenset({"census_date", "serial", "remarks", "age_years", "age_stated_on"})
"""Facts that change with every list, or that two people write differently without disagreeing."""


@dataclass(frozen=True, slots=True)
class Differs:
    """One fact, what the hand wrote (and is believed), and what the newest census says."""

    path: Path
    ours: Any
    theirs: Any
    by_hand: Said
    by_census: Said

    @property
    def data_class(self) -> str:
        """The class of the fact."""
        return self.by_hand.data_class


def differences(statements: Iterable[Said]) -> list[Differs]:
    """What is to be decided of one person."""
    held = (_differs(belief) for belief in believed(statements) if belief.said.kind == HAND)
    return [one for one in held if one is not None]


def _differs(belief: Belief) -> Differs | None:
    if belief.path.fact in NEVER_COMPARED:
        return None
    censuses = [(value, said) for value, said in belief.others if said.kind == CENSUS]
    if not censuses:
        return None
    newest, theirs = censuses[0]
    known = next((value for value, said in censuses if said.said_at <= belief.said.said_at), None)
    if theirs.said_at <= belief.said.said_at or newest in (belief.value, known):
        return None
    return Differs(belief.path, belief.value, newest, belief.said, theirs)
