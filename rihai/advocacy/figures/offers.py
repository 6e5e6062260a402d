"""What public figures offer the house."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from rihai.advocacy.figures import jobs, work
from rihai.advocacy.scope import READ
from rihai.kit.offers import ActWords, JobKind, Navigation, Offer, Worklist
from rihai.screening.jobs import SILENT

OFFERS: tuple[Offer, ...] = (
    Navigation(
        station="show", label=_("Public figures"), url="advocacy:releases", capability=READ, order=60,
        group=_("Advocacy"),
        says=_("Figures that anybody may read: prepared, controlled, signed off by somebody else."),
    ),
    Worklist(name="advocacy.figures", title=_("Figures to sign off"), rows=work.rows, order=64),
    JobKind(
        name=jobs.JOB, title=_("Counting and controlling public figures"), step=jobs.step, prepare=jobs.prepare,
        link=jobs.link, silent=SILENT,
    ),
    ActWords(
        words={
            "advocacy.figures.prepared": _("prepared public figures"),
            "advocacy.figures.signed": _("signed public figures off"),
            "advocacy.figures.discarded": _("threw a draft of public figures away"),
            "advocacy.figures.corrected": _("corrected the words of public figures"),
            "advocacy.figures.withdrawn": _("withdrew public figures"),
        }
    ),
)  # fmt: skip
