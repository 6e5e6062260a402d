"""A situation report on paper, as it was issued."""

from __future__ import annotations

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from rihai.kit.templatetags.kit import moment
from rihai.paper.blocks import Block, Definitions, Heading, Paragraph, SideNote
from rihai.paper.pdf import pdf_page
from rihai.paper.table import Column, Table
from rihai.preparedness.emergencies.forms import LABELS
from rihai.preparedness.emergencies.models import COUNTS, SituationReport


def report_pdf(report: SituationReport, language: str, *, running: str) -> bytes:
    """The report as PDF."""
    emergency = report.emergency
    with override(language):
        title = _("Situation report %(n)s: %(hazard)s") % {
            "n": report.number, "hazard": emergency.get_hazard_display()
        }  # fmt: skip
        return pdf_page(
            title, _blocks(report), language, standfirst=emergency.where, day=timezone.localdate(report.at),
            running=running,
        )  # fmt: skip


def _blocks(report: SituationReport) -> list[Block]:
    unknown, frozen = _("not known"), report.frozen
    figures = [(str(LABELS[name]), getattr(report, name)) for name in COUNTS]
    blocks: list[Block] = [
        Definitions([
            (_("The figures stand at"), moment(report.as_of)), (_("Issued by"), report.issued_by_name),
            (_("Issued"), moment(report.at)),
            *([(_("The next report"), moment(report.next_at))] if report.next_at else []),
        ]),
        Heading(_("How it stands")), Paragraph(report.says),
        Table(
            _("Figures"), (Column(_("People"), "text", 30), Column(_("How many"), "text", 14)),
            [(word, unknown if n is None else str(n)) for word, n in figures],
        ),
    ]  # fmt: skip
    if report.needs:
        blocks += [Heading(_("What is needed")), Paragraph(report.needs)]
    says = _("Of %(steps)s steps %(done)s were done, %(no)s not needed, %(late)s late and not done.")
    words = {"steps": frozen["steps"], "done": frozen["done"], "no": frozen["not_needed"], "late": frozen["late"]}
    blocks += [Heading(_("What was done")), Paragraph(says % words)]
    if frozen["issued"]:
        columns = (
            Column(_("Stock item"), "text", 34), Column(_("Unit of count"), "text", 14),
            Column(_("Issued"), "number", 10), Column(_("Left over"), "number", 10),
        )  # fmt: skip
        blocks.append(Table(_("Issued from stores"), columns, [tuple(one) for one in frozen["issued"]]))
    money = {"given": frozen["given"], "paid": frozen["paid"]}
    blocks.append(SideNote(_("Crisis money approved: %(given)s rupees, of which paid: %(paid)s.") % money))
    return blocks
