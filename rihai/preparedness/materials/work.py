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
    not_arrived,
    not_posted,
    posted_for,
    sendings_for,
    to_take_down,
)
from rihai.preparedness.stores.queries import MOVES

ROWS = 8


def rows(actor: Actor, on: date) -> Sequence[WorkRow]:
    """For whoever keeps or acts, at their places; what hangs and is out of date first."""
    if not any(actor.may(one) for one in MOVES):
        return []
    sent = sendings_for(actor, *MOVES)
    down = [
        WorkRow(
            who=one.sending.text.material.title, where=f"{one.sending.place.shown}, {one.where}", status="overdue",
            url=reverse("preparedness:material", args=[one.sending.text.material_id]),
            why=_("It is out of date and still hangs."), word=_("Take it down"), act=_("Open"),
        )
        for one in to_take_down(posted_for(actor, *MOVES), on)[:ROWS]
    ]  # fmt: skip
    lost = [
        _row(one, _("Did it come?"), "material-arrived", one.sent_on + ARRIVES) for one in not_arrived(sent, on)[:ROWS]
    ]
    hang = [
        _row(one, _("It came and hangs nowhere."), "material-post", one.received_on + HANGS)
        for one in not_posted(sent, on)[:ROWS]
        if one.received_on
    ]
    return [*down, *lost, *hang]


def _row(one: Sending, why: str, name: str, due_on: date) -> WorkRow:
    return WorkRow(
        who=one.text.material.title, url=reverse(f"preparedness:{name}", args=[one.pk]), where=one.place.shown, why=why,
        due_on=due_on, status="waiting", word=_("Material"), act=_("Answer"),
    )  # fmt: skip
