"""What the acts of this part are called in the access log."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from rihai.kit.offers import ActWords

ACTS = ActWords(
    words={
        "monitoring.draft.sent": _("sent the draft of an inspection to the authority"),
        "monitoring.finding.answered": _("answered a finding for the authority"),
        "monitoring.finding.changed": _("changed the words of a finding"),
        "monitoring.finding.written": _("wrote a finding"),
        "monitoring.link.answered": _("answered a draft by a link"),
        "monitoring.link.closed": _("closed a link to a draft"),
        "monitoring.link.looked": _("looked at a draft by a link"),
        "monitoring.link.made": _("made a link to a draft"),
        "monitoring.link.refused": _("typed a wrong code at a link to a draft"),
        "monitoring.recommendation.made": _("recommended something to an authority"),
        "monitoring.recommendation.responded": _("answered a recommendation for the authority"),
        "monitoring.recommendation.verified": _("verified a recommendation"),
        "monitoring.recommendation.withdrawn": _("withdrew a recommendation"),
        "monitoring.report.made_final": _("made the report of an inspection final"),
    }
)
