"""What can be done with inspections: one act, one transaction, one line in the trail."""

from __future__ import annotations

from rihai.monitoring.inspections.operations.answering import taken
from rihai.monitoring.inspections.operations.drawing import draw
from rihai.monitoring.inspections.operations.planning import (
    add_member,
    give_up,
    keep_mandate,
    plan_inspection,
    record_visit,
    remove_member,
    start_self_assessment,
)  # fmt: skip
from rihai.monitoring.inspections.operations.settling import decide, settle

__all__ = [
    "add_member", "decide", "draw", "give_up", "keep_mandate", "plan_inspection", "record_visit", "remove_member",
    "settle", "start_self_assessment", "taken",
]  # fmt: skip
