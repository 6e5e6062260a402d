"""What can be done with sessions: one act, one transaction, one line in the trail."""

from __future__ import annotations

from rihai.casework.sessions.operations.apart import end_apart, keep_apart, review_apart
from rihai.casework.sessions.operations.certifying import give_certificate
from rihai.casework.sessions.operations.grouping import add_member, end_member, make_group
from rihai.casework.sessions.operations.meeting import (
    cancel_session,
    change_session,
    expect_too,
    mark_attendance,
    plan_session,
    write_remark,
)

__all__ = [
    "add_member", "cancel_session", "change_session", "end_apart", "end_member", "expect_too",
    "give_certificate", "keep_apart", "make_group", "mark_attendance", "plan_session", "review_apart", "write_remark",
]  # fmt: skip
