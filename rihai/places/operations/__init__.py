"""The acts of the room: each one transaction with one line in the audit trail, appended last."""

from __future__ import annotations

from rihai.places.operations.contacts import add_contact, change_contact
from rihai.places.operations.errors import WrongFigure, WrongPlace, WrongTurn
from rihai.places.operations.figures import Said, record_capacity, record_caseload, record_count
from rihai.places.operations.permits import Paper, ask_leave, expire_leaves, give_leave, refuse_leave, renew_leave
from rihai.places.operations.place import add_place, change_place, close_place, reopen_place
from rihai.places.operations.seed import Seeded, seed

__all__ = [
    "Paper", "Said", "Seeded", "WrongFigure", "WrongPlace", "WrongTurn", "add_contact", "add_place",
    "ask_leave", "change_contact", "change_place", "close_place", "expire_leaves", "give_leave", "record_capacity",
    "record_caseload", "record_count", "refuse_leave", "renew_leave", "reopen_place", "seed",
]  # fmt: skip
