"""The acts of concerns: each one transaction, with a line in the trail that tells nothing but that there was one."""

from __future__ import annotations

from rihai.helpline.concerns.operations.keeping import agree_to_erase, ask_to_erase, keep_on
from rihai.helpline.concerns.operations.naming import lift_bar, name_about
from rihai.helpline.concerns.operations.raising import add_words, raise_concern
from rihai.helpline.concerns.operations.ringing import see_to_concerns
from rihai.helpline.concerns.operations.suspending import let_back
from rihai.helpline.concerns.operations.working import (
    answer_risk,
    close,
    decide,
    leave_step,
    plan_step,
    say,
    stop_clock,
    take_step,
)

__all__ = [
    "add_words", "agree_to_erase", "answer_risk", "ask_to_erase", "close", "decide", "keep_on", "leave_step",
    "let_back", "lift_bar", "name_about", "plan_step",
    "raise_concern", "say", "see_to_concerns", "stop_clock", "take_step",
]  # fmt: skip
