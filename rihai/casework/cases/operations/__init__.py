"""What can be done with cases: one act, one transaction, one line in the trail."""

from __future__ import annotations

from rihai.casework.cases.operations.changing import change_case, note_contact
from rihai.casework.cases.operations.handing import (
    accept_case,
    give_cases,
    offer_case,
    refuse_offer,
    take_back_offers,
    take_case,
)
from rihai.casework.cases.operations.intake import answer_intake, take_in, take_in_newcomer
from rihai.casework.cases.operations.opening import close_case, decide_case, open_case, reopen_case
from rihai.casework.cases.operations.reach import case_for, touch

__all__ = [
    "accept_case", "answer_intake", "case_for", "change_case", "close_case", "decide_case", "give_cases",
    "note_contact", "offer_case", "open_case", "refuse_offer", "reopen_case", "take_back_offers", "take_case",
    "take_in", "take_in_newcomer", "touch",
]  # fmt: skip
