"""What can be done with services: one act, one transaction, one line in the trail."""

from __future__ import annotations

from rihai.casework.services.operations.enrolling import Given, end_enrolment, enrol, move_to_stage, note_remission
from rihai.casework.services.operations.giving import (
    end_job,
    give_help,
    keep_employer,
    keep_partner,
    may_direct,
    place_in_job,
)
from rihai.casework.services.operations.referring import (
    Ground,
    answer_referral,
    partner_told,
    receive_referral,
    send_referral,
)

__all__ = [
    "Given", "Ground", "answer_referral", "end_enrolment", "end_job", "enrol", "give_help", "keep_employer",
    "keep_partner", "may_direct", "move_to_stage", "note_remission", "partner_told", "place_in_job",
    "receive_referral", "send_referral",
]  # fmt: skip
