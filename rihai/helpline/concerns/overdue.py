"""Which concerns were kept their time: for whoever holds them, and, by code and days alone, for the desk.

The desk is shown none that is about whoever looks, or from which they are kept away, or whose words may mean them.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.timezone import localdate

from rihai.accounts.models import Account
from rihai.accounts.operations.house import as_house
from rihai.helpline.concerns.line import meant
from rihai.helpline.concerns.models import Concern, ConcernBarred
from rihai.helpline.concerns.queries import held
from rihai.kit.actor import Actor
from rihai.kit.offers import Retained

DESK = "desk.keep"


def _over(on: date) -> QuerySet[Concern]:
    return Concern.objects.filter(keep_until__lte=on, erased_at=None).order_by("keep_until", "pk")


def to_look_at(actor: Actor, on: date) -> QuerySet[Concern]:
    """Those the actor holds."""
    return _over(on).filter(held(actor))


def due_for(actor: Actor, on: date, *, pk: UUID | None = None) -> list[Concern]:
    """Those, or one of them, of which the actor may know at the desk that there are; else none."""
    if not actor.may(DESK):
        return []
    with as_house():
        barred = ConcernBarred.objects.filter(account_index=str(actor.pk)).values("concern_id")
        rows = _over(on).exclude(pk__in=barred).select_related("erase_asked_by").prefetch_related("words")
        found = list(rows.filter(pk=pk) if pk else rows)
        me = Account.objects.filter(pk=actor.pk)
        return [one for one in found if one.about.exists() or not meant(one.said, me, known=(), later=_later(one))]


def _later(one: Concern) -> list[str]:
    """What who raised it wrote afterwards."""
    return [word.text or "" for word in one.words.all() if not word.is_ours]


def for_the_desk(actor: Actor, on: date) -> Sequence[Retained]:
    """By code and days, with the page on which a second person agrees."""
    return [
        Retained(
            code=one.called, ended_on=localdate(one.closed_at), due_on=one.keep_until,
            url=reverse("helpline:concern-kept", args=[one.pk]),
        )
        for one in due_for(actor, on)
        if one.closed_at and one.keep_until
    ]  # fmt: skip
