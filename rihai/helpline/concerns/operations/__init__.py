"""The acts of concerns: each one transaction, with a line in the trail that tells nothing but that there was one."""

from __future__ import annotations

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
    "add_words", "answer_risk", "close", "decide", "leave_step", "let_back", "lift_bar", "name_about", "plan_step",
    "raise_concern", "say", "see_to_concerns", "stop_clock", "take_step",
]  # fmt: skip
