"""Action plans as a table that leaves; it counts nobody."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext as _

from rihai.coordination.plans.queries import activities_for
from rihai.kit.actor import Actor
from rihai.kit.exports import ExportSheet
from rihai.paper.table import Column


def count(actor: Actor, _filters: Mapping[str, str]) -> int:
    """How many activities."""
    return activities_for(actor).count()


def sheet(actor: Actor, _filters: Mapping[str, str], _language: str) -> ExportSheet:
    """One row an activity."""
    columns = (
        Column(_("Institution"), "text", 26), Column(_("Goal"), "text", 34), Column(_("No."), "number", 6),
        Column(_("What is done"), "text", 40), Column(_("Who does it"), "text", 24), Column(_("By when"), "date", 12),
        Column(_("Where it stands"), "text", 14), Column(_("Done on"), "date", 12),
    )  # fmt: skip
    rows = [
        (one.plan.institution, one.plan.goal, one.number, one.says, one.responsible, one.due_on,
         str(one.get_status_display()), one.done_on)
        for one in activities_for(actor)
    ]  # fmt: skip
    return ExportSheet(_("Action plans"), columns, rows)
