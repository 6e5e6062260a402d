"""The certificate on paper: one page in both languages, with its code, and nothing that tells of custody."""

from __future__ import annotations

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override

from rihai.casework.services.catalogue import title_of
from rihai.casework.sessions.models import Certificate
from rihai.kit.templatetags.kit import day as day_text
from rihai.paper.blocks import Block, Definitions, Heading, Inline, Paragraph, Passage, SideNote, Strong
from rihai.paper.pdf import pdf_page

SCALE = 1.2


def certificate_pdf(certificate: Certificate, language: str) -> bytes:
    """The certificate as PDF, the reader's language first."""
    other = "ur" if language == "en" else "en"
    with override(language):
        title, first = _("Certificate"), _blocks(certificate, language)
    with override(other):
        second = [Heading(_("Certificate")), *_blocks(certificate, other)]
        blocks: list[Block] = [*first, Passage(other, second)]
    return pdf_page(title, blocks, language, day=certificate.issued_on, running=settings.OFFICE, scale=SCALE)


def _blocks(certificate: Certificate, language: str) -> list[Block]:
    person = certificate.person
    own, other = (
        (person.other_script, person.full_name) if language == "ur" else (person.full_name, person.other_script)
    )
    subject = certificate.subject_ur or certificate.subject if language == "ur" else certificate.subject
    course: Inline = [Strong(title_of(certificate.service))]
    pairs: list[tuple[str, Inline]] = [
        (_("Name"), [Strong(own or other)]),
        (_("Has finished the course"), course),
        *([(_("In"), subject)] if subject else []),
        *([(_("Attended"), _attended(certificate.sessions))] if certificate.sessions else []),
        (_("Taught by"), certificate.trainer),
        (_("Given on"), day_text(certificate.issued_on)),
    ]
    says = _("Whoever asks whether this certificate was given may name this code to the office:")
    if not settings.SITE.split("//")[-1].startswith(("127.", "localhost")):
        says = _("Whether this certificate was given is answered at %(address)s by this code:") % {
            "address": settings.SITE.split("//")[-1] + reverse("casework:certificate-check")
        }
    return [
        Paragraph(_("This is to certify what stands below.")),
        Definitions(pairs),
        Paragraph([_("Signature and stamp:") + " ______________________________"]),
        SideNote([f"{says} ", Strong(certificate.code)]),
    ]


def _attended(sessions: int) -> str:
    """In words, so that it stands on the side of its language."""
    return ngettext("%(n)d session", "%(n)d sessions", sessions) % {"n": sessions}
