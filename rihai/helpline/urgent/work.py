"""My work and the page of a prison: facts for families that were checked too long ago."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from rihai.helpline.urgent.queries import KEEP, kept_place, old_at, own_rows, said_of
from rihai.kit.actor import Actor
from rihai.kit.offers import WorkRow

MOST = 12


def rows(actor: Actor, on: date) -> Sequence[WorkRow]:
    """The prisons whose facts are to be checked again."""
    return [
        WorkRow(
            who=one.place.shown,
            url=reverse("helpline:facts", args=[one.place.pk]),
            why=ngettext("%(n)s fact for families is old", "%(n)s facts for families are old", one.old)
            % {"n": one.old},
            due_on=one.oldest + timedelta(days=settings.FACT_DAYS) if one.oldest else None,
            status="overdue", word=_("Old"), act=_("Check"),
        )
        for one in old_at(actor, on=on, limit=MOST)
    ]  # fmt: skip


def on_place(actor: Actor, place_id: int, on: date) -> dict[str, Any] | None:
    """On the page of a prison: how much families find of it, for whoever keeps that."""
    place = kept_place(place_id) if actor.may(KEEP) else None
    if place is None:
        return None
    found = own_rows(place, on=on)
    return {"place": place, "said": said_of(found), "old": sum(row.is_old for row in found), "of": len(found)}
