"""The icon of each status, notice and data class: word, icon and colour always go together."""

from __future__ import annotations

STATUSES = {
    "met": "check", "arguable": "scale", "cannot_tell": "question-mark", "not_yet": "calendar-due", "not_met": "minus",
    "not_applicable": "minus", "overdue": "clock-exclamation", "still_inside": "alert-triangle", "waiting": "hourglass",
    "done": "circle-check", "released": "door-exit", "verified": "circle-check", "accepted": "circle-check",
    "warning": "alert-triangle", "critical": "alert-octagon", "rejected": "circle-x", "draft": "pencil",
}  # fmt: skip
NOTICES = {"done": "circle-check", "warning": "alert-triangle", "wrong": "alert-triangle", "info": "info-circle"}
CONDITIONS = {"met": "check", "open": "scale", "missing": "question-mark", "not_met": "minus"}
CLASSES = {"ordinary": "circle-dashed", "personal": "user", "health": "stethoscope", "legal": "gavel", "sealed": "lock"}


def icon_of_status(kind: str) -> str:
    """The icon of a status; a question mark for one nobody has drawn."""
    return STATUSES.get(str(kind), "question-mark")


def icon_of_notice(kind: str) -> str:
    """The icon of a notice: done, warning, wrong or info."""
    return NOTICES.get(str(kind), "info-circle")


def icon_of_class(data_class: str) -> str:
    """The icon of a data class."""
    return CLASSES.get(str(data_class), "lock")


def icon_of_condition(kind: str) -> str:
    """The icon of a condition: met, open (for the court), missing or not_met."""
    return CONDITIONS.get(str(kind), "question-mark")
