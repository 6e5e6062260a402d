"""What certificates offer the house."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from rihai.kit.offers import ActWords, CertificateKind, Offer
from rihai.training.certificates.codes import verify

OFFERS: tuple[Offer, ...] = (
    CertificateKind(name="training.certificates", verify=verify),
    ActWords(
        words={
            "training.certificates.given": _("gave the certificates of a training session"),
            "training.certificate.withdrawn": _("withdrew a certificate of training"),
            "training.course.finished_elsewhere": _("wrote that a course was finished elsewhere"),
            "training.course.unsaid_elsewhere": _("took out that a course was finished elsewhere"),
        }
    ),
)
