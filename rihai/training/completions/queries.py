"""Lists from elsewhere as the one who gave them in sees them."""

from __future__ import annotations

from uuid import UUID

from django.db.models import Count, Q, QuerySet

from rihai.kit.actor import Actor
from rihai.training.completions.models import Became, FinishedLine, FinishedList
from rihai.training.errors import NotThere
from rihai.training.reach import KEEP


def lists_for(actor: Actor) -> QuerySet[FinishedList]:
    """The lists the actor gave in, with how many of their lines wait; the newest first."""
    if not actor.may(KEEP):
        return FinishedList.objects.none()
    waits = Count("rows", filter=Q(rows__became=Became.WAITING))
    return FinishedList.objects.filter(by=actor.pk).select_related("course").annotate(waiting=waits)


def list_for(pk: UUID, *, actor: Actor, lock: bool = False) -> FinishedList:
    """One of them; `lock`: held until the act is done. Raises NotThere."""
    rows = FinishedList.objects.filter(pk__in=lists_for(actor).filter(pk=pk).values("pk")).select_related("course")
    found = (rows.select_for_update(of=("self",)) if lock else rows).first()
    if found is None:
        raise NotThere(str(pk))
    return found


def waiting_in(found: FinishedList) -> QuerySet[FinishedLine]:
    """Its lines that wait for somebody to say who they are."""
    return found.rows.filter(became=Became.WAITING).select_related("alike__rank", "alike__place")


def settled_in(found: FinishedList) -> QuerySet[FinishedLine]:
    """Its other lines."""
    return found.rows.exclude(became=Became.WAITING).select_related("alike")


def became(found: FinishedList) -> dict[str, int]:
    """What became of its lines: every line is in one of them."""
    counted = dict(found.rows.order_by().values_list("became").annotate(n=Count("pk")))
    return {code: counted.get(code, 0) for code in Became.values}
