"""What the acts of this part are called in the access log."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from rihai.kit.offers import ActWords

ACTS = ActWords(
    words={
        "monitoring.answers.settled": _("settled the answers of an inspection"),
        "monitoring.inspection.given_up": _("gave up an inspection"),
        "monitoring.inspection.planned": _("planned an inspection"),
        "monitoring.items.decided": _("decided items on which inspectors differ"),
        "monitoring.mandate.kept": _("wrote down a mandate"),
        "monitoring.member.added": _("put somebody into the team of an inspection"),
        "monitoring.member.removed": _("took somebody out of the team of an inspection"),
        "monitoring.rating.given": _("gave answers to an inspection"),
        "monitoring.report.made": _("made the report of an inspection"),
        "monitoring.sample.drawn": _("drew a sample by lot"),
        "monitoring.self_assessment.begun": _("began to assess one’s own prison"),
        "monitoring.visit.recorded": _("wrote down a visit"),
    }
)
