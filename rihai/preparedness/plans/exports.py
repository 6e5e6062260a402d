"""Contingency plans as a table that leaves; it names nobody who is held."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext as _

from rihai.kit.actor import Actor
from rihai.kit.exports import ExportSheet
from rihai.paper.table import Column
from rihai.preparedness.plans.queries import plans_for, with_versions


def count(actor: Actor, _filters: Mapping[str, str]) -> int:
    """How many plans."""
    return plans_for(actor).count()


def sheet(actor: Actor, _filters: Mapping[str, str], _language: str) -> ExportSheet:
    """One row for each version that is in force or on its way."""
    columns = (
        Column(_("Prison"), "text", 30), Column(_("Hazard"), "text", 22), Column(_("Version"), "number", 8),
        Column(_("State"), "text", 18), Column(_("In force since"), "date", 14), Column(_("Approved by"), "text", 24),
        Column(_("To be looked at by"), "date", 14), Column(_("Written by"), "text", 24),
    )  # fmt: skip
    rows = [
        (plan.place.shown, str(plan.get_hazard_display()), one.number, str(one.get_state_display()), one.started_on,
         one.approved_by_name, one.review_on, one.made_by_name)
        for plan in with_versions(plans_for(actor))
        for one in getattr(plan, "now", ())
    ]  # fmt: skip
    return ExportSheet(_("Contingency plans"), columns, rows)
