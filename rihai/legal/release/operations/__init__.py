"""What can be done in this part of the room: one act, one transaction, one line in the trail."""

from __future__ import annotations

from rihai.legal.release.operations.releasing import (
    Said,
    correct_release,
    describe_release,
    record_release,
    undo_release,
)
from rihai.legal.release.operations.slips import (
    change_slip,
    drop_slip,
    look_at_correction,
    make_slip,
    record_told,
    write_correction,
)
from rihai.legal.release.operations.words import say_word, settle_objection
from rihai.legal.release.operations.wronged import find_in_error, name_unlawful, record_recall, take_back_unlawful

__all__ = [
    "Said", "change_slip", "correct_release", "describe_release", "drop_slip", "find_in_error", "look_at_correction",
    "make_slip", "name_unlawful", "record_recall", "record_release", "record_told", "say_word", "settle_objection",
    "take_back_unlawful", "undo_release", "write_correction",
]  # fmt: skip
