"""PostgreSQL's second wall around stores, crisis money, emergencies and information materials; none names who is held.

Of which places each reads and writes is decided by `reach.py`. What something offered is written by the house.
"""

from __future__ import annotations

from rihai.kit.wall import Wall
from rihai.preparedness.reach import ACT, APPROVE, KEEP
from rihai.preparedness.walls import wall

STORED = ("store", "item", "lot", "movement")
PAID = ("line", "request", "spending")
BURNING = ("emergency", "emergencystep", "logline", "situationreport", "proposal")
SHOWN = ("material", "text", "sending", "posted")


def walls_of_emergencies() -> list[Wall]:
    """The walls of these parts: who keeps and who acts moves stores, asks for money and writes what was posted."""
    moved = [wall(table, KEEP, ACT) for table in (*STORED, *SHOWN)]
    return [*moved, *(wall(table, KEEP, APPROVE, ACT) for table in (*PAID, *BURNING))]
