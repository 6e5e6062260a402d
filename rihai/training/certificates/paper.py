"""A certificate of training on paper: one page in both languages, with the code by which anybody verifies it."""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO
from zipfile import ZIP_STORED, ZipFile

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override

from rihai.kit.templatetags.kit import day as day_text
from rihai.paper.blocks import Block, Definitions, Heading, Inline, Paragraph, Passage, SideNote, Strong
from rihai.paper.pdf import pdf_page
from rihai.training.certificates.models import Certificate
from rihai.training.courses.models import in_hours

SCALE = 1.2


def certificate_pdf(one: Certificate, language: str) -> bytes:
    """The certificate as PDF, the reader's language first."""
    other = "ur" if language == "en" else "en"
    with override(language):
        title, first = _("Certificate of training"), _blocks(one, language)
    with override(other):
        second = [Heading(_("Certificate of training")), *_blocks(one, other)]
    blocks: list[Block] = [*first, Passage(other, second)]
    return pdf_page(title, blocks, language, day=one.issued_on, running=settings.OFFICE, scale=SCALE)


def certificates_zip(rows: Iterable[Certificate], language: str) -> bytes:
    """Several of them, a file each by its code."""
    kept = BytesIO()
    with ZipFile(kept, "w", ZIP_STORED) as whole:
        for one in rows:
            whole.writestr(f"{one.code}.pdf", certificate_pdf(one, language))
    return kept.getvalue()


def _blocks(one: Certificate, language: str) -> list[Block]:
    course = one.title_ur or one.title if language == "ur" else one.title
    pairs: list[tuple[str, Inline]] = [
        (_("Name"), [Strong(one.full_name)]),
        (_("Has finished the course"), [Strong(course)]),
        *([(_("Time of the course"), in_hours(one.minutes))] if one.minutes else []),
        *([(_("Taught by"), one.trainers)] if one.trainers else []),
        (_("Given on"), day_text(one.issued_on)),
    ]
    says = _("Whoever asks whether this certificate was given may name this code to the office:")
    if not settings.SITE.split("//")[-1].startswith(("127.", "localhost")):
        says = _("Whether this certificate was given, and still holds, is answered at %(address)s by this code:") % {
            "address": settings.SITE.split("//")[-1] + reverse("certificate-check")
        }
    return [
        Paragraph(_("This is to certify what stands below.")),
        Definitions(pairs),
        Paragraph([_("Signature and stamp:") + " ______________________________"]),
        SideNote([f"{says} ", Strong(one.code)]),
    ]
