"""What stores hold as a table that leaves; it counts things, nobody."""

from __future__ import annotations

from collections.abc import Mapping

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from rihai.kit.actor import Actor
from rihai.kit.exports import ExportSheet
from rihai.paper.table import Column
from rihai.preparedness.stores.models import Lot
from rihai.preparedness.stores.queries import items_for


def _lots(actor: Actor) -> QuerySet[Lot]:
    rows = Lot.objects.filter(item__in=items_for(actor).order_by().values("pk"), level__gt=0)
    rows = rows.select_related("item__store__place")
    return rows.order_by("item__store__place__name", "item__store__name", "item__name")


def count(actor: Actor, _filters: Mapping[str, str]) -> int:
    """How many lots."""
    return _lots(actor).count()


def sheet(actor: Actor, _filters: Mapping[str, str], _language: str) -> ExportSheet:
    """One row a lot of which something is left."""
    columns = (
        Column(_("Place"), "text", 26), Column(_("Store"), "text", 22), Column(_("Stock item"), "text", 28),
        Column(_("What it is for"), "text", 18), Column(_("Unit of count"), "text", 12),
        Column(_("Lot or batch"), "text", 12), Column(_("Good until"), "date", 12), Column(_("There"), "number", 9),
        Column(_("Minimum of the item"), "number", 9),
    )  # fmt: skip
    rows = [
        (lot.item.store.place.shown, lot.item.store.name, lot.item.name, str(lot.item.get_sort_display()),
         lot.item.unit, lot.mark, lot.expires_on, lot.level, lot.item.minimum)
        for lot in _lots(actor)
    ]  # fmt: skip
    return ExportSheet(_("What stores hold"), columns, rows)
