"""What crisis money puts into My work: requests that wait for a decision by the reader."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from rihai.kit.actor import Actor
from rihai.kit.offers import WorkRow
from rihai.preparedness.money.queries import waiting
from rihai.preparedness.reach import APPROVE

ROWS = 12


def rows(actor: Actor, _on: date) -> Sequence[WorkRow]:
    """For whoever approves: what others asked for, at their places."""
    if not actor.may(APPROVE):
        return []
    return [
        WorkRow(
            who=one.line.name, url=reverse("preparedness:money-request", args=[one.pk]), where=one.line.place.shown,
            why=_("%(amount)s rupees: %(what)s") % {"amount": f"{one.amount:,.2f}", "what": one.what}, act=_("Decide"),
            status="warning" if one.emergency_id else "waiting",
            word=_("For an emergency") if one.emergency_id else _("Asked for"),
        )
        for one in waiting(actor, APPROVE).exclude(asked_by_id=actor.pk)[:ROWS]
    ]  # fmt: skip
