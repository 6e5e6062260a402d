"""What this part adds to the report: what was not kept, findings with the authority's answers, recommendations."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext as _

from rihai.kit.templatetags.kit import day as day_text
from rihai.monitoring.inspections.models import Inspection, State
from rihai.monitoring.recommendations.models import InspectionFinding, Verification, Verified
from rihai.paper.blocks import Block, Bullets, Callout, Heading, Paragraph
from rihai.paper.table import Column, Table


def blocks(inspection: Inspection, own: bool) -> Sequence[Block]:
    """Unkept recommendations of earlier visits by name, then the findings."""
    if inspection.is_self:
        return []
    return [*_before(inspection), *_findings(inspection, own)]


def _before(inspection: Inspection) -> list[Block]:
    rows = list(
        Verification.objects.filter(inspection=inspection)
        .select_related("recommendation")
        .order_by("recommendation__due_on", "recommendation__code")
    )
    if not rows:
        return []
    unkept = [one for one in rows if one.outcome in {Verified.NOT_KEPT, Verified.PARTLY}]
    found: list[Block] = [Heading(_("What was recommended before"), count=str(len(rows)))]
    for one in unkept:
        asked = one.recommendation
        says = _("%(code)s, to %(whom)s, due %(day)s: %(says)s Found: %(seen)s")
        about = {
            "code": asked.code, "whom": asked.to_whom, "day": day_text(asked.due_on), "says": asked.says,
            "seen": one.seen,
        }  # fmt: skip
        found.append(Callout("error", str(one.get_outcome_display()).capitalize(), says % about))
    columns = (
        Column(_("Number"), "text", 9), Column(_("What is asked"), "text", 44), Column(_("By when"), "date", 12),
        Column(_("What was seen"), "text", 16),
    )  # fmt: skip
    table = [
        (one.recommendation.code, one.recommendation.says, one.recommendation.due_on, str(one.get_outcome_display()))
        for one in rows
    ]  # fmt: skip
    return [*found, Table(_("What was recommended before"), columns, table)]


def _findings(inspection: Inspection, own: bool) -> list[Block]:
    rows = InspectionFinding.objects.filter(inspection=inspection).prefetch_related("answers", "recommendations")
    shown = list(rows if own else rows.filter(endangers=False))
    found: list[Block] = [Heading(_("Findings and recommendations"))] if shown else []
    for one in shown:
        rules = ", ".join(map(str, one.rules))
        cite = _("Rules %(rules)s") % {"rules": rules} if rules else ""
        found.append(Heading(f"{one.number}. {one.says}", level=3, cite=cite))
        found += _answer(one, inspection)
        asked = [
            _("%(code)s To %(whom)s, by %(day)s: %(says)s") % {
                "code": each.code, "whom": each.to_whom, "day": day_text(each.due_on), "says": each.says,
            } + (" " + _("(Asked for the %(n)s. time.)") % {"n": each.times} if each.times > 1 else "")
            for each in one.recommendations.all()
        ]  # fmt: skip
        if asked:
            found.append(Bullets(asked))
    return found


def _answer(finding: InspectionFinding, inspection: Inspection) -> list[Block]:
    if finding.endangers:
        return [Callout("warning", _("Not shown to the authority"), finding.endangers_why)]
    answers = list(finding.answers.all())
    if not answers:
        silent = inspection.state == State.FINAL
        return [Paragraph(_("The authority did not answer in the time set."))] if silent else []
    says = _("The authority answers (%(who)s, %(day)s)")
    return [Callout("info", says % {"who": one.by_name, "day": day_text(one.at)}, one.says) for one in answers]
