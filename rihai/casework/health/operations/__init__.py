"""What can be done in this part of the room: one act, one transaction, one line in the trail."""

from __future__ import annotations

from rihai.casework.health.operations.appointments import Booking, book, write_outcome
from rihai.casework.health.operations.mothers import (
    Born,
    Expecting,
    baby_left,
    change_pregnancy,
    end_pregnancy,
    give_doses,
    write_baby,
    write_pregnancy,
)
from rihai.casework.health.operations.needs import Said, change_need, write_need
from rihai.casework.health.operations.referring import answer_referral, refer_need
from rihai.casework.health.operations.support import PlanText, close_plan, open_plan, review_plan, write_look

__all__ = [
    "Booking", "Born", "Expecting", "PlanText", "Said", "answer_referral", "baby_left", "book", "change_need",
    "change_pregnancy", "close_plan", "end_pregnancy", "give_doses", "open_plan", "refer_need", "review_plan",
    "write_baby", "write_look", "write_need", "write_outcome", "write_pregnancy",
]  # fmt: skip
