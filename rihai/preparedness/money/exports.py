"""What was spent of crisis money as a table that leaves; it names who was paid, and nobody who is held."""

from __future__ import annotations

from collections.abc import Mapping

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from rihai.kit.actor import Actor
from rihai.kit.exports import ExportSheet
from rihai.paper.table import Column
from rihai.preparedness.money.models import Spending
from rihai.preparedness.money.queries import requests_for


def _rows(actor: Actor) -> QuerySet[Spending]:
    mine = requests_for(actor).order_by().values("pk")
    rows = Spending.objects.filter(request__in=mine).select_related("request__line__place", "request__emergency")
    return rows.order_by("request__line__place__name", "on", "pk")


def count(actor: Actor, _filters: Mapping[str, str]) -> int:
    """How many payments."""
    return _rows(actor).count()


def sheet(actor: Actor, _filters: Mapping[str, str], _language: str) -> ExportSheet:
    """One row a payment."""
    columns = (
        Column(_("Place"), "text", 24), Column(_("Line"), "text", 22), Column(_("Who gives it"), "text", 20),
        Column(_("Emergency"), "text", 16), Column(_("Asked by"), "text", 18), Column(_("Decided by"), "text", 18),
        Column(_("Day"), "date", 12), Column(_("To whom"), "text", 22), Column(_("For what"), "text", 26),
        Column(_("Rupees"), "number", 12), Column(_("Receipt"), "text", 14),
    )  # fmt: skip
    rows = [
        (one.request.line.place.shown, one.request.line.name, one.request.line.funder,
         str(one.request.emergency.get_hazard_display()) if one.request.emergency else "", one.request.asked_by_name,
         one.request.decided_by_name, one.on, one.paid_to, one.what, float(one.amount),
         _("receipt kept") if one.receipt_id else one.no_receipt)
        for one in _rows(actor)
    ]  # fmt: skip
    return ExportSheet(_("Crisis money spent"), columns, rows)
