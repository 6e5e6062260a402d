"""What is done in an emergency: one act, one transaction, one line in the trail."""

from __future__ import annotations

from rihai.preparedness.emergencies.operations.acting import (
    ask_money,
    issue_stock,
    take_back,
    tick,
    write_log,
)
from rihai.preparedness.emergencies.operations.ending import close_emergency, issue_report, review_emergency
from rihai.preparedness.emergencies.operations.opening import decline, open_emergency
from rihai.preparedness.emergencies.operations.taking import take_record

__all__ = [
    "ask_money",
    "close_emergency",
    "decline",
    "issue_report",
    "issue_stock",
    "open_emergency",
    "review_emergency",
    "take_back",
    "take_record",
    "tick",
    "write_log",
]
