"""The report of an inspection as blocks: printed as PDF and written as Word, in the language that is active."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from rihai.kit.actor import Actor
from rihai.kit.templatetags.kit import day as day_text
from rihai.kit.templatetags.kit import moment as moment_text
from rihai.monitoring.inspections.indicators import Indicator, indicators
from rihai.monitoring.inspections.models import Inspection, TeamMember
from rihai.monitoring.inspections.queries.agreement import Ratings, ratings_of
from rihai.monitoring.inspections.queries.page import Page, page_of
from rihai.monitoring.inspections.queries.scored import AreaShown, Named
from rihai.monitoring.offered import kept_of, report_of
from rihai.paper.blocks import Block, Bullets, Callout, Definitions, Heading, Inline, Paragraph, SideNote
from rihai.paper.charts import Part, StackedChart
from rihai.paper.table import Column, Status, Table, Value

A_DRAWING = 10


def title_of(inspection: Inspection) -> str:
    """What the report is called."""
    if inspection.is_self:
        return _("%(place)s of itself") % {"place": inspection.place.shown}
    return _("Inspection of %(place)s") % {"place": inspection.place.shown}


def blocks_of(inspection: Inspection, *, actor: Actor, own: bool) -> list[Block]:
    """The report; with `own`, also what would endanger somebody if the authority read it."""
    page = page_of(inspection, actor=actor)
    result = page.result
    if result is None:
        return []
    found: list[Block] = [Definitions(_about(inspection, page.team))]
    found += _critical(page)
    found += report_of(inspection, own=own)
    found += [
        Heading(
            _("Area by area"), count=_("%(a)s of %(n)s items assessed") % {"a": result.assessed, "n": result.items}
        ),
        Paragraph(_("Share, coverage, finding and failures stand together. No overall mark is given, and no rank.")),
        _areas(result.areas),
        *_charts(result.areas),
    ]
    rows = indicators(inspection.measures, kept=kept_of(inspection))
    if any(one.value is not None for one in rows):
        found += [Heading(_("Figures")), _figures(rows)]
        found.append(
            SideNote(_("Few events: fewer than twenty; the interval is an exact 95 per cent Poisson interval."))
        )
    return found + _method(inspection, ratings_of(inspection, actor=actor))


def _about(inspection: Inspection, team: Sequence[TeamMember]) -> list[tuple[str, Inline]]:
    rows: list[tuple[str, Inline]] = [
        (_("Where"), inspection.place.shown),
        (_("When"), day_text(inspection.planned_on)),
        (_("Which round"), str(inspection.get_round_display())),
    ]
    if inspection.mandate is not None:
        rows.append((_("Mandate"), f"{inspection.mandate.title}. {inspection.mandate.basis}"))
    rows.append((_("Team"), "; ".join(f"{one.name} ({one.get_part_display()})" for one in team)))
    if inspection.is_announced is not None:
        rows.append((_("Announced"), _("yes") if inspection.is_announced else _("no")))
    if inspection.arrived_at and inspection.entered_at:
        waited = inspection.waited or 0
        says = ngettext("%(n)s minute after arriving", "%(n)s minutes after arriving", waited) % {"n": waited}
        rows.append((_("Let in"), f"{moment_text(inspection.entered_at)} ({says})"))
    if inspection.access:
        says = str(inspection.get_access_display())
        rows.append((_("Could go everywhere"), f"{says}. {inspection.access_says}" if inspection.access_says else says))
    return rows


def _critical(page: Page) -> list[Block]:
    result = page.result
    assert result is not None
    found: list[Block] = [Heading(_("Critical failures"), count=str(len(page.failed)))]
    if page.failed:
        found.append(Bullets([_failure(one, since) for one, since in page.failed]))
    else:
        found.append(Paragraph(_("No critical item failed.")))
    if result.unassessed:
        codes = ", ".join(one.code for one in result.unassessed)
        found.append(Callout("warning", _("Critical, not assessed"), codes))
    if result.provisional:
        codes = ", ".join(one.code for one in result.provisional)
        found.append(
            SideNote(_("Yes, but on too few kinds of source (counted as partly): %(codes)s") % {"codes": codes})
        )
    return found


def _failure(item: Named, since: date) -> str:
    rules = ", ".join(map(str, item.rules))
    says = _("%(code)s: %(asks)s Rules %(rules)s. Failing since %(day)s.")
    return says % {"code": item.code, "asks": item.asks, "rules": rules, "day": day_text(since)}


def _areas(areas: Sequence[AreaShown]) -> Table:
    columns = (
        Column(_("Area"), "text", 34), Column(_("Finding"), "status", 20), Column(_("Share"), "text", 8),
        Column(_("Coverage"), "text", 9), Column(_("Critical failures"), "text", 22),
    )  # fmt: skip
    rows: list[list[Value]] = [
        [
            one.title, Status(one.sign, one.word), _cent(one.share), _cent(one.coverage),
            ", ".join(item.code for item in one.failed),
        ]
        for one in areas
    ]  # fmt: skip
    return Table(_("Area by area"), columns, rows)


def _cent(value: int | None) -> str:
    return "–" if value is None else f"{value}%"


def _charts(areas: Sequence[AreaShown]) -> list[StackedChart]:
    """A drawing for every few areas: one of all of them is longer than a page."""
    return [_chart(areas[at : at + A_DRAWING]) for at in range(0, len(areas), A_DRAWING)]


def _chart(areas: Sequence[AreaShown]) -> StackedChart:
    return StackedChart(
        title=_("How the items of each area were answered"),
        says=_("For each area a bar, divided into yes, partly, no and not assessed."),
        label_title=_("Area"),
        part_titles=(_("yes"), _("partly"), _("no"), _("not assessed")),
        bars=[Part(one.title, one.counts) for one in areas],
        fills=("go", "weigh", "over", "open"),
    )


def _figures(rows: Sequence[Indicator]) -> Table:
    columns = (
        Column(_("Number"), "text", 9), Column(_("Figure"), "text", 38), Column(_("Value"), "text", 12),
        Column(_("Of what"), "text", 16), Column(_("Few events"), "text", 14),
    )  # fmt: skip
    known = [one for one in rows if one.value is not None]
    return Table(_("Figures"), columns, [_figure(one) for one in known])


def _figure(one: Indicator) -> list[Value]:
    of = f"{one.numerator:g} / {one.denominator:g}" if one.numerator is not None and one.denominator is not None else ""
    low = f"{one.low:.1f}–{one.high:.1f}" if one.low is not None and one.high is not None else ""
    unit = str(one.unit)
    value = f"{one.value:.2f}".rstrip("0").rstrip(".")
    return [one.code, str(one.title), f"{value}{unit}" if unit == "%" else f"{value} {unit}".strip(), of, low]


def _method(inspection: Inspection, ratings: Ratings) -> list[Block]:
    agreed = ratings.agreement
    settled = ""
    if inspection.settled_at is not None:
        settled = _("The answers were settled by %(who)s on %(day)s.") % {
            "who": inspection.settled_by_name, "day": day_text(inspection.settled_at),
        }  # fmt: skip
    found: list[Block] = [Heading(_("How it was done"))]
    if agreed is None:
        said = _("One person judged alone; how far the answers can be relied on is not known.")
    else:
        alpha = _("cannot be computed") if agreed.alpha is None else f"{agreed.alpha:.2f}"
        said = _(
            "%(n)s judged each alone, before they talked. Alike: %(raw).2f; Krippendorff’s alpha, ordinal: %(alpha)s."
        )
        said = said % {"n": len(ratings.given), "raw": agreed.raw or 0, "alpha": alpha}
    found.append(Paragraph(f"{said} {settled}".strip()))
    found.append(
        SideNote(
            _("An area with a critical item answered no is a serious concern whatever its share; below 60 per cent of "
              "coverage no finding is given. Critical items weigh double.")
        )
    )  # fmt: skip
    return found
