"""What can be done with incidents: one act, one transaction, one line; of a sealed one it tells nothing."""

from __future__ import annotations

from rihai.monitoring.incidents.operations.consents import record_consent, withdraw_consent
from rihai.monitoring.incidents.operations.erasing import ask_to_erase, erase_incident, keep_after_all
from rihai.monitoring.incidents.operations.keeping import keep_on
from rihai.monitoring.incidents.operations.parts import (
    add_act,
    add_perpetrator,
    add_source,
    add_victim,
    join_person,
)
from rihai.monitoring.incidents.operations.ringing import stop_clock
from rihai.monitoring.incidents.operations.steps import (
    agree_to_step,
    answer_risk,
    plan_step,
    recommend_it,
    send_step,
    settle_step,
)
from rihai.monitoring.incidents.operations.team import add_member, join_team, leave_team
from rihai.monitoring.incidents.operations.writing import (
    change_incident,
    close_incident,
    open_incident,
    reopen_incident,
    send_to_review,
    settle_duplicate,
    write_answers,
    write_incident,
)

__all__ = [
    "add_act", "add_member", "add_perpetrator", "add_source", "add_victim", "agree_to_step", "answer_risk",
    "ask_to_erase", "change_incident", "close_incident", "erase_incident", "join_person", "join_team",
    "keep_after_all", "keep_on", "leave_team", "open_incident", "plan_step", "recommend_it", "record_consent",
    "reopen_incident", "send_step", "send_to_review", "settle_duplicate", "settle_step", "stop_clock",
    "withdraw_consent", "write_answers", "write_incident",
]  # fmt: skip
