"""Which concerns an account reads: those it holds, and none that is kept from it; for anybody else there is none."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import F, Min, Q, QuerySet

from rihai.accounts.operations.house import as_house
from rihai.helpline.concerns.models import LIVE, Concern, ConcernBarred, ConcernClock, ConcernHolder, ConcernWord
from rihai.kit.actor import Actor


def held(actor: Actor) -> Q:
    """The concerns the actor holds. Who is barred holds none, whatever else a row may say."""
    mine = ConcernHolder.objects.filter(account=actor.pk, until=None).values("concern_id")
    barred = ConcernBarred.objects.filter(account_index=str(actor.pk)).values("concern_id")
    return Q(pk__in=mine) & ~Q(pk__in=barred)


def concerns_for(actor: Actor) -> QuerySet[Concern]:
    """Every concern the actor reads, by the next clock."""
    nearest = Min("clocks__due_at", filter=Q(clocks__stopped_at=None))
    rows = Concern.objects.filter(held(actor)).annotate(next_at=nearest)
    return rows.order_by(F("next_at").asc(nulls_last=True), "-learned_at", "pk")


def concern_seen(pk: UUID, *, actor: Actor) -> Concern | None:
    """One concern; None for one the actor does not hold."""
    return Concern.objects.filter(held(actor), pk=pk).first()


def running(actor: Actor, until: datetime) -> QuerySet[ConcernClock]:
    """The clocks of the actor's concerns that run out by a moment, the nearest first."""
    mine = Concern.objects.filter(held(actor), state__in=LIVE).values("pk")
    rows = ConcernClock.objects.filter(concern__in=mine, stopped_at=None, due_at__lte=until)
    return rows.select_related("concern").order_by("due_at", "pk")


def whole(concern: Concern) -> dict[str, Any]:
    """Everything of a concern for its page."""
    return {
        "clocks": list(concern.clocks.all()), "about": list(concern.about.all()), "steps": list(concern.steps.all()),
        "words": list(concern.words.all()), "barred": list(concern.barred.all()),
        "holders": list(concern.holders.filter(until=None).select_related("account")),
    }  # fmt: skip


@dataclass(frozen=True, slots=True)
class ToldBack:
    """What who raised it reads: where it stands, and what was said on both sides."""

    state: str
    words: tuple[ConcernWord, ...]


def told_back(concern: Concern, *, at: datetime) -> ToldBack:
    """For who has shown code and PIN; asked by the house, since they are nobody."""
    with as_house(at):
        return ToldBack(concern.state, tuple(concern.words.all()))
