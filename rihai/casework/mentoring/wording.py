"""Words of mentoring that stand on more than one page."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from rihai.casework.mentoring.models import CheckKind

LACKING: dict[str, Any] = {
    "vetted": _("not vetted, or to be vetted again"),
    "trained": _("the training is not whole, or too long ago"),
    "agreed": _("no agreement in force"),
}
UNTIL: dict[str, Any] = {
    "vetted": _("Vetting"),
    "trained": _("Training"),
    "agreed": _("Agreement"),
}
WANTED: dict[str, Any] = {
    "references": _("two references who speak for them"),
    **{str(kind): kind.label for kind in CheckKind},
    "decision": _("accepted"),
    "training": _("twelve hours of training, boundaries among them"),
    "agreement": _("agreement signed"),
}
TAB_WORDS: dict[str, Any] = {
    "applied": _("Applied"),
    "in_force": _("May mentor"),
    "running_out": _("Runs out soon"),
    "others": _("Others"),
}


def hours_of(minutes: int) -> float:
    """Minutes as hours, to a tenth."""
    return round(minutes / 60, 1)
