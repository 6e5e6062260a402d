"""What can be done in this part of the room: one act, one transaction, one line in the trail."""

from __future__ import annotations

from rihai.casework.aftercare.operations.after import list_officer_day, record_follow_up, record_officer_day
from rihai.casework.aftercare.operations.beginning import begin_plan
from rihai.casework.aftercare.operations.family import keep_child, keep_tie, record_contact, wish_contact
from rihai.casework.aftercare.operations.plans import (
    end_plan,
    give_plan,
    record_meeting,
    record_met,
    set_gate,
    set_point,
)
from rihai.casework.aftercare.operations.telling import let_tell, record_day_told, take_back_telling

__all__ = [
    "begin_plan", "end_plan", "give_plan", "keep_child", "keep_tie", "let_tell", "list_officer_day", "record_contact",
    "record_day_told", "record_follow_up", "record_meeting", "record_met", "record_officer_day", "set_gate",
    "set_point", "take_back_telling", "wish_contact",
]  # fmt: skip
