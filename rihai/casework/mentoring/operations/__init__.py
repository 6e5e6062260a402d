"""The acts of mentoring: each one transaction, with its line in the trail."""

from __future__ import annotations

from rihai.casework.mentoring.operations.matching import answer_match, keep_wish, propose_match
from rihai.casework.mentoring.operations.meetings import (
    correct_meeting,
    raise_concern,
    record_meeting,
    settle_concern,
)
from rihai.casework.mentoring.operations.running import end_match, pause_match, record_call, resume_match, take_over
from rihai.casework.mentoring.operations.vetting import (
    accept_volunteer,
    answer_reference,
    ask_reference,
    decline_volunteer,
    record_check,
    record_supervision,
    record_training,
    sign_agreement,
)
from rihai.casework.mentoring.operations.volunteering import (
    apply_to_mentor,
    change_volunteer,
    leave,
    let_sign_in,
    name_record,
)

__all__ = [
    "accept_volunteer", "answer_match", "answer_reference", "apply_to_mentor", "ask_reference", "change_volunteer",
    "correct_meeting", "decline_volunteer", "end_match", "keep_wish", "leave", "let_sign_in", "name_record",
    "pause_match", "propose_match", "raise_concern", "record_call", "record_check", "record_meeting",
    "record_supervision", "record_training", "resume_match", "settle_concern", "sign_agreement", "take_over",
]  # fmt: skip
