"""What stores put into My work: what is under its minimum, and what expires within sixty days."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from rihai.kit.actor import Actor
from rihai.kit.offers import WorkRow
from rihai.preparedness.stores.queries import MOVES, expiring, items_for, low

ROWS = 12


def rows(actor: Actor, on: date) -> Sequence[WorkRow]:
    """For whoever keeps or issues, at their places: what is low."""
    if not any(actor.may(one) for one in MOVES):
        return []
    return [
        WorkRow(
            who=one.name, url=reverse("preparedness:stock-item", args=[one.pk]), status="warning",
            word=_("Low"), act=_("Open"),
            where=f"{one.store.name}, {one.store.place.shown}",
            why=_("%(n)s %(unit)s that are still good; there must be %(least)s.")
            % {"n": getattr(one, "good", 0), "unit": one.unit, "least": one.minimum},
        )
        for one in low(items_for(actor, *MOVES), on)[:ROWS]
    ]  # fmt: skip


def old(actor: Actor, on: date) -> Sequence[WorkRow]:
    """For the same: what is expired or will be within sixty days, the oldest first."""
    if not any(actor.may(one) for one in MOVES):
        return []
    return [
        WorkRow(
            who=lot.item.name, url=reverse("preparedness:stock-item", args=[lot.item_id]), due_on=lot.expires_on,
            where=f"{lot.item.store.name}, {lot.item.store.place.shown}", act=_("Open"),
            status="overdue" if lot.is_expired(on) else "waiting",
            word=_("Expired") if lot.is_expired(on) else _("Expires"),
            why=_("%(n)s %(unit)s of one lot.") % {"n": lot.level, "unit": lot.item.unit},
        )
        for lot in expiring(items_for(actor, *MOVES), on)[:ROWS]
    ]  # fmt: skip
