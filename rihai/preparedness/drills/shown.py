"""Drills as a table that leaves and as figures: what was held, and what became of what it showed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db.models import F, UUIDField, Value
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rihai.kit.actor import Actor
from rihai.kit.exports import ExportSheet
from rihai.kit.offers import Measure
from rihai.paper.table import Column
from rihai.preparedness.drills.models import ItemState
from rihai.preparedness.drills.queries import HELD, drills_for, items_for

NOBODY = Value(None, output_field=UUIDField(null=True))


def drill_count(actor: Actor, _filters: Mapping[str, str]) -> int:
    """How many drills."""
    return drills_for(actor).order_by().count()


def drill_sheet(actor: Actor, _filters: Mapping[str, str], _language: str) -> ExportSheet:
    """One row a drill."""
    columns = (
        Column(_("Prison"), "text", 30), Column(_("Hazard"), "text", 20), Column(_("How"), "text", 18),
        Column(_("Due by"), "date", 12), Column(_("Day of the drill"), "date", 12), Column(_("State"), "text", 18),
        Column(_("Minutes until all were safe"), "number", 14), Column(_("Minutes the plan allows"), "number", 14),
        Column(_("Took part"), "number", 10), Column(_("Still to be mended"), "number", 12),
    )  # fmt: skip
    rows = [
        (one.place.shown, str(one.get_hazard_display()), str(one.get_how_display()), one.due_on, one.done_on,
         str(one.get_state_display()), one.found.get("all_minutes"), one.found.get("plan_minutes"), one.took_part,
         getattr(one, "still", 0))
        for one in drills_for(actor)
    ]  # fmt: skip
    return ExportSheet(_("Drills"), columns, rows)


def item_count(actor: Actor, _filters: Mapping[str, str]) -> int:
    """How many items."""
    return items_for(actor).count()


def item_sheet(actor: Actor, _filters: Mapping[str, str], _language: str) -> ExportSheet:
    """One row for each thing to be mended."""
    columns = (
        Column(_("Prison"), "text", 30), Column(_("Hazard"), "text", 20), Column(_("What is to be mended"), "text", 50),
        Column(_("By which post"), "text", 26), Column(_("By which day"), "date", 12), Column(_("State"), "text", 16),
        Column(_("Done on"), "date", 12), Column(_("What shows it"), "text", 40), Column(_("Verified on"), "date", 12),
        Column(_("Verified by"), "text", 24),
    )  # fmt: skip
    rows = [
        (one.place.shown, str(one.get_hazard_display()), one.says, one.whose, one.due_on, str(one.get_state_display()),
         one.done_on, one.done_says, one.verified_on, one.verified_by_name)
        for one in items_for(actor)
    ]  # fmt: skip
    return ExportSheet(_("To be mended"), columns, rows)


def _held(actor: Actor, first: date, end: date) -> Any:
    rows = drills_for(actor).filter(state__in=HELD, done_on__gte=first, done_on__lt=end).order_by().select_related(None)
    return rows.annotate(on=F("done_on"), person_id=NOBODY).values("on", "person_id", "place_id", "hazard")


def _mended(actor: Actor, first: date, end: date) -> Any:
    rows = items_for(actor).filter(state=ItemState.VERIFIED, verified_on__gte=first, verified_on__lt=end)
    rows = rows.order_by().select_related(None).annotate(on=F("verified_on"), person_id=NOBODY)
    return rows.values("on", "person_id", "place_id", "hazard")


MEASURES = (
    Measure(
        code="preparedness.drills_held", title=gettext_lazy("Drills held"), unit="acts", counted=_held, by=("hazard",),
        definition=gettext_lazy("Drills and simulations by the day on which they were held."),
        includes=gettext_lazy("also those not evaluated yet"), excludes=gettext_lazy("those planned and not held"),
    ),
    Measure(
        code="preparedness.items_mended", title=gettext_lazy("Mended after drills and emergencies"), unit="acts",
        counted=_mended, by=("hazard",),
        definition=gettext_lazy("What was to be mended, by the day on which somebody else saw that it is."),
        includes=gettext_lazy("also what was late"),
        excludes=gettext_lazy("what is only said to be done; what was dropped"),
    ),
)  # fmt: skip
