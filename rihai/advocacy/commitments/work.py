"""What commitments put into My work: those whose day has passed or is near."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from django.urls import reverse
from django.utils.translation import gettext as _

from rihai.advocacy.commitments.queries import commitments_for, live
from rihai.advocacy.scope import KEEP
from rihai.kit.actor import Actor
from rihai.kit.offers import WorkRow

ROWS = 12
SOON = timedelta(days=14)


def rows(actor: Actor, on: date) -> Sequence[WorkRow]:
    """For who keeps them: what is overdue, and what falls due within a fortnight."""
    if not actor.may(KEEP):
        return []
    due = live(commitments_for(actor, KEEP)).filter(due_on__lte=on + SOON).order_by("due_on", "pk")[:ROWS]
    return [
        WorkRow(
            who=one.who, url=reverse("advocacy:commitment", args=[one.pk]), why=one.says[:200],
            where=str(one.get_body_display() or one.get_kind_display()), due_on=one.due_on,
            status="overdue" if one.is_overdue(on) else "waiting",
            word=_("Overdue") if one.is_overdue(on) else _("Falls due"), act=_("Was it kept?"),
        )
        for one in due
    ]  # fmt: skip
