"""Hands what was found hard to whoever keeps the register of challenges (`ChallengeDoor`), in the caller's act."""

from __future__ import annotations

from datetime import datetime

from rihai.kit.actor import Actor
from rihai.kit.offers import ChallengeDoor, Hardship, offered


def hand_up(hardships: list[Hardship], *, actor: Actor, at: datetime) -> int:
    """Hand them up, inside the transaction of the act that found them; says how many doors took them."""
    doors = offered(ChallengeDoor)
    for door in doors:
        for one in hardships:
            door.raised(one, actor, at)
    return len(doors)
