"""What the acts on services are called in the access log."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from rihai.kit.offers import ActWords

ACTS = ActWords(
    words={
        "casework.enrolment.begun": _("began a service for a person"),
        "casework.enrolment.moved": _("moved a person to another stage of a service"),
        "casework.enrolment.ended": _("ended a service for a person"),
        "casework.remission.noted": _("took notice of a course that may earn remission"),
        "casework.referral.sent": _("referred a person to a partner"),
        "casework.referral.received": _("wrote down a referral from a partner"),
        "casework.referral.answered": _("wrote down what came of a referral"),
        "casework.referral.partner_told": _("told a partner that a consent was taken back"),
        "casework.help.given": _("wrote down a thing or money given"),
        "casework.job.begun": _("wrote down that a person began to work"),
        "casework.job.ended": _("wrote down that a person’s work ended"),
        "casework.employer.added": _("added an employer to the directory"),
        "casework.employer.changed": _("changed an employer in the directory"),
        "casework.partner.added": _("added a partner’s service to the directory"),
        "casework.partner.changed": _("changed a partner’s service in the directory"),
    }
)
