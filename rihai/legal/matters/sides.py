"""Which two sides make a conflict of interest possible, from plain values."""

from __future__ import annotations

from rihai.legal.matters.models.codes import Side


def may_conflict(here: str, there: str) -> bool:
    """Whether one human being on these sides of two of our matters may set them against each other.

    Our client in one and anybody else in the other: whether counsel may act for somebody whom another matter of ours
    accuses, or who testifies in it, is for the panel lead to say. A client in both is one client twice; a complainant
    in both is nobody of ours.
    """
    return (here == Side.CLIENT) != (there == Side.CLIENT)
