"""Who reads, keeps and signs in advocacy, and the walls of tables that name nobody."""

from __future__ import annotations

from rihai.accounts.walls import HOUSE, may
from rihai.kit.wall import Wall

READ, KEEP, SIGN, RESEARCH = "advocacy.read", "advocacy.keep", "advocacy.sign", "advocacy.research"
TELL, STORIES = "advocacy.tell", "advocacy.stories"
"""Writes down what a person wishes to be told of her, with her leave (given to who knows her); sees stories at all."""


def wall(table: str, *, by_house: bool = False) -> Wall:
    """PostgreSQL's second wall around a table that names nobody: read by who reads here, written by who keeps or signs.

    `by_house`: written by the house alone.
    """
    writes = HOUSE if by_house else f"{HOUSE} OR {may(KEEP)} OR {may(SIGN)}"
    return Wall(f"advocacy_{table}", sees=f"{HOUSE} OR {may(READ)}", writes=writes)
