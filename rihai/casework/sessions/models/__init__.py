"""What is kept of sessions: groups and who is in them, sessions and who came, remarks, certificates, keep-apart."""

from __future__ import annotations

from rihai.casework.sessions.models.apart import Apart
from rihai.casework.sessions.models.certificate import Certificate
from rihai.casework.sessions.models.group import Group, Member
from rihai.casework.sessions.models.session import Attendance, Came, Remark, Session, SessionState

__all__ = [
    "Apart", "Attendance", "Came", "Certificate", "Group", "Member", "Remark", "Session", "SessionState",
]  # fmt: skip
