"""The guide of the instrument, printed for anybody: how it is used, and every item with its limits and its rules."""

from __future__ import annotations

from django.utils.translation import gettext as _

from rihai.monitoring.instrument import Item, mandela
from rihai.monitoring.instrument.items import LAST_RULE, said
from rihai.paper.blocks import Block, Bullets, Definitions, Glossary, Heading, Inline, Paragraph, SideNote
from rihai.paper.table import Column, Table


def sources() -> dict[str, str]:
    """The kinds of source by their letter."""
    return {
        "D": _("documents"), "O": _("seen"), "S": _("staff"), "P": _("prisoners in private"), "M": _("measured"),
    }  # fmt: skip


def guide_blocks() -> list[Block]:
    """The whole guide in the language that is active."""
    whole = mandela()
    found: list[Block] = [Heading(_("How it is used")), Bullets(_rules()), Heading(_("Words")), Glossary(_words())]
    for one in whole.areas:
        found.append(Heading(f"{one.code} · {said(one.title)}"))
        for item in whole.of(one.code):
            found += _item(item)
    columns = (Column(_("Rule"), "text", 8), Column(_("Items"), "text", 70))
    rows = [(str(rule), ", ".join(item.code for item in whole.covering(rule))) for rule in range(1, LAST_RULE + 1)]
    found += [Heading(_("From each rule to its items")), Table(_("From each rule to its items"), columns, rows)]
    found.append(SideNote(_("The wording is ours; quote the Rules from resolution 70/175 of the General Assembly.")))
    return found


def _rules() -> list[Inline]:
    return [
        _("Two inspectors judge the same prison on the same day, each alone, and answer before talking."),
        _("Yes counts 1, partly a half, no nothing. Not assessed needs a reason and lowers the coverage."),
        _("A critical yes needs two kinds of source, one seen, told in private or measured; else it is partly."),
        _("Files are drawn by lot, ten from the numbered list; never let anybody choose them for you."),
        _("Ask at least ten people in private, or five in a hundred up to thirty; fewer than five answer nothing."),
        _("Go where it is worst: the fullest unit, the punishment and quarantine cells."),
        _("An empty register is compared with hospital, court, burial or family before it counts as none."),
        _("Write down no prisoner’s name. What is confided goes into the sealed record of incidents."),
    ]


def _words() -> list[tuple[str, Inline]]:
    return [
        (_("Rapid"), _("The critical and core items; half a day.")),
        (_("Full"), _("Every item that applies; two to three days.")),
        (_("Follow-up"), _("What was partly or no last time, and every critical item.")),
        (_("Critical"), _("It weighs double, and a no makes its area a serious concern.")),
    ]


def _item(item: Item) -> list[Block]:
    kinds = sources()
    about = [_("critical")] if item.is_critical else [_("core")] if item.is_rapid else []
    rules = _("Rules %(rules)s") % {"rules": ", ".join(map(str, item.mandela))}
    bangkok = [_("Bangkok Rules %(rules)s") % {"rules": ", ".join(map(str, item.bangkok))}] if item.bangkok else []
    cite = " · ".join([*about, rules, *bangkok, ", ".join(kinds[one] for one in item.evidence)])
    lines: list[tuple[str, Inline]] = [
        (_("Yes"), said(item.lines["yes"])),
        (_("Partly"), said(item.lines["partly"])),
        (_("No"), said(item.lines["no"])),
    ]
    return [Heading(item.code, level=3, cite=cite), Paragraph(said(item.asks)), Definitions(lines)]
