"""What the acts of the response loop are called in the access log."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from rihai.kit.offers import ActWords

ACTS = ActWords(
    words={
        "legal.row.taken": _("took a person on a list"),
        "legal.row.given_back": _("gave a line back"),
        "legal.row.referred": _("wrote that a person was referred"),
        "legal.row.filed": _("wrote that a petition was filed"),
        "legal.row.refused": _("wrote that something was refused"),
        "legal.row.parked": _("parked a line until a day"),
        "legal.row.granted": _("wrote that something was granted"),
        "legal.row.released": _("ended a line by a release"),
        "legal.row.closed": _("closed a line"),
        "legal.row.noted": _("wrote a note on a line"),
        "legal.row.came_back": _("brought a line back"),
        "legal.row.assigned": _("gave a line to somebody"),
        "legal.handover.offered": _("offered a line to a colleague"),
        "legal.handover.accepted": _("took over a line"),
        "legal.handover.declined": _("did not take over a line"),
        "legal.telling.done": _("told a person what was decided"),
        "legal.telling.put_off": _("put off telling a person"),
        "legal.clock.answered": _("did what a clock asks for"),
    }
)
