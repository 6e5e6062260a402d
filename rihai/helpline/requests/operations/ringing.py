"""A clock that runs out is told upwards by itself: first to the line and who leads safeguarding, then above."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction

from rihai.accounts.acting import acting_as
from rihai.accounts.operations import notify
from rihai.accounts.operations.house import as_house
from rihai.helpline.requests.models import Clock, HelpRequest
from rihai.helpline.requests.operations.reach import HERE
from rihai.helpline.requests.queries import LIVE, above, above_the_line, operators
from rihai.kit.audit import append

RAN_OUT = "helpline.clock_ran_out"
LEAST = timedelta(minutes=15)
"""From one rung to the next: as long as the clock ran, and this at the least."""
TOP = 2


def raise_run_out(at: datetime) -> int:
    """Tell upwards of clocks that ran out, once a rung; says how many. A tick, as the house."""
    with transaction.atomic(), as_house(at):
        late = Clock.objects.filter(stopped_at=None, due_at__lt=at, rung__lt=TOP, request__state__in=LIVE)
        # The requests before their clocks, as every act takes them: two that wait for each other end in an error.
        list(HelpRequest.objects.select_for_update(of=("self",)).filter(pk__in=late.values("request")).order_by("pk"))
        told: set[UUID] = set()
        count = 0
        for clock in late.select_for_update(of=("self",)).select_related("request").order_by("pk"):
            rung = _rung(clock, at)
            if rung == clock.rung:
                continue
            clock.rung = rung
            clock.save(update_fields=["rung"])
            told |= heard_by(clock.request, rung, at)
            append(
                "helpline.clock.ran_out", actor=None, at=at, subject=clock.request_id, kind="help_request",
                detail={"what": clock.what, "rung": rung},
            )  # fmt: skip
            count += 1
        notify(sorted(told), RAN_OUT, url=HERE, at=at)
    return count


def _rung(clock: Clock, at: datetime) -> int:
    length = max(clock.due_at - clock.started_at, LEAST)
    return TOP if at >= clock.due_at + length else 1


def heard_by(one: HelpRequest, rung: int, at: datetime) -> set[UUID]:
    """Who sees to it, the line where nobody does any more, and who leads safeguarding; above, who sees it there."""
    told = {account.pk for account in above_the_line(at, everywhere=True)}
    if rung < TOP:
        line = {account.pk for account in operators(at)}
        return told | (line & {one.owner_id} or line)
    for account in above_the_line(at, everywhere=False):
        with acting_as(account, at):
            if HelpRequest.objects.filter(above(account), pk=one.pk).exists():
                told.add(account.pk)
    return told
