"""Clocks that run out are told: first to who holds the concern, then to the head, who holds it too from then on.

Where nobody holds it, whoever sees to data protection hears that somebody who may is to be posted.
"""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction

from rihai.accounts.operations.house import as_house
from rihai.accounts.operations.notices import notify
from rihai.helpline.concerns.clocks import TOP, rung_at
from rihai.helpline.concerns.models import LIVE, Concern, ConcernClock
from rihai.helpline.concerns.operations.holding import let_head_in, settle_all, tell_unheard
from rihai.helpline.concerns.operations.reach import HERE, NOTICE, note


def see_to_concerns(at: datetime) -> int:
    """Settle who holds each concern today, then ring for the clocks that ran out; says for how many."""
    settle_all(at)
    count, told, is_unheard = 0, set[UUID](), False
    with transaction.atomic(), as_house(at):
        late = ConcernClock.objects.filter(stopped_at=None, due_at__lt=at, rung__lt=TOP, concern__state__in=LIVE)
        # The concerns before their clocks, as every act takes them: two that wait for each other end in an error.
        list(Concern.objects.select_for_update(of=("self",)).filter(pk__in=late.values("concern")).order_by("pk"))
        for clock in late.select_for_update(of=("self",)).select_related("concern").order_by("pk"):
            rung = rung_at(clock.started_at, clock.due_at, at)
            if rung == clock.rung:
                continue
            clock.rung = rung
            clock.save(update_fields=["rung"])
            if rung == TOP:
                let_head_in(clock.concern, at=at)
            hearing = set(clock.concern.holders.filter(until=None).values_list("account_id", flat=True))
            told, is_unheard = told | hearing, is_unheard or not hearing
            note(clock.concern, "rang", actor=None, at=at)
            count += 1
        notify(sorted(told), NOTICE, url=HERE, at=at)
        if is_unheard:
            tell_unheard(at=at)
    return count
