"""What can be done with sealed records: one act, one transaction, one line in the trail that names no person."""

from __future__ import annotations

from rihai.casework.survivors.operations.passing import (
    answer_offer,
    answer_taking_over,
    ask_to_take_over,
    offer_record,
    take_offer_back,
)
from rihai.casework.survivors.operations.records import (
    close_record,
    join_person,
    open_record,
    reopen_record,
    review_record,
)
from rihai.casework.survivors.operations.work import (
    Held,
    refer_by_choice,
    settle_referral,
    stop_watching,
    watch,
    write_session,
    write_told,
)

__all__ = [
    "Held", "answer_offer", "answer_taking_over", "ask_to_take_over", "close_record", "join_person", "offer_record",
    "open_record", "refer_by_choice", "reopen_record", "review_record", "settle_referral", "stop_watching",
    "take_offer_back", "watch", "write_session", "write_told",
]  # fmt: skip
