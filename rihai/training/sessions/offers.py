"""What sessions offer the house."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from rihai.kit.offers import ActWords, Navigation, Offer, Worklist
from rihai.training.courses.offers import GROUP
from rihai.training.sessions import work
from rihai.training.walls import READ

OFFERS: tuple[Offer, ...] = (
    Navigation(
        station="act", label=_("Training sessions"), url="training:sessions", capability=READ, order=91, group=GROUP,
        says=_("Courses, workshops and webinars: when, where, by whom, and how many seats are left."),
    ),
    Worklist(name="training.sessions", title=_("Training sessions to record"), rows=work.rows, order=52),
    ActWords(
        words={
            "training.session.planned": _("planned a training session"),
            "training.session.changed": _("changed a training session"),
            "training.session.cancelled": _("called a training session off"),
            "training.session.finished": _("finished a training session"),
            "training.day.dropped": _("took a day out of a training session"),
            "training.hardship.handed_up": _("handed up what was found hard"),
            "training.trainee.enrolled": _("enrolled somebody in a training session"),
            "training.trainee.changed": _("changed what is written of somebody who learns"),
            "training.seat.given_up": _("wrote that a seat was given up"),
            "training.marks.written": _("wrote marks of a training session"),
            "training.attendance.marked": _("marked who came to a training session"),
            "training.attendance.corrected": _("corrected who came to a training session that was finished"),
            "training.list.arrived": _("sent a list of names for a training session"),
            "training.list.settled": _("said who the lines of a list are"),
        }
    ),
)  # fmt: skip
