"""What materials put into My work: what is to be taken down, what never came, what came and hangs nowhere."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from rihai.kit.actor import Actor
from rihai.kit.offers import WorkRow
from rihai.preparedness.materials.models import Sending
from rihai.preparedness.materials.queries import (
    ARRIVES,
    HANGS,
    posted_for,
    sendings_for,
    to_take_down,
    waiting,
)
from rihai.preparedness.stores.queries import MOVES

ROWS = 8


def rows(actor: Actor, on: date) -> Sequence[WorkRow]:
    """For whoever keeps or acts, at their places: what never came, or came and hangs nowhere."""
    if not any(actor.may(one) for one in MOVES):
        return []
    waits = waiting(sendings_for(actor, *MOVES), on).order_by("sent_on", "pk")
    return [_row(one) for one in waits[:ROWS]]


def out_of_date(actor: Actor, on: date) -> Sequence[WorkRow]:
    """For the same: what hangs and is out of date."""
    if not any(actor.may(one) for one in MOVES):
        return []
    return [
        WorkRow(
            who=one.sending.text.material.title, where=f"{one.sending.place.shown}, {one.where}", status="overdue",
            url=reverse("preparedness:material", args=[one.sending.text.material_id]),
            why=_("It is out of date and still hangs."), word=_("Take it down"), act=_("Open"),
        )
        for one in to_take_down(posted_for(actor, *MOVES), on)[:ROWS]
    ]  # fmt: skip


def _row(one: Sending) -> WorkRow:
    if one.received_on is None:
        why, name, due_on = _("Did it come?"), "material-arrived", one.sent_on + ARRIVES
    else:
        why, name, due_on = _("It came and hangs nowhere."), "material-post", one.received_on + HANGS
    return WorkRow(
        who=one.text.material.title, url=reverse(f"preparedness:{name}", args=[one.pk]), where=one.place.shown, why=why,
        due_on=due_on, status="waiting", word=_("Material"), act=_("Answer"),
    )  # fmt: skip
