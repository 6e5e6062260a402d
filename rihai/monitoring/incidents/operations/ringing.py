"""Clocks are stopped by what was done; one that runs out is told upwards by itself, once a rung."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from rihai.accounts.models import Account
from rihai.accounts.operations.house import as_house
from rihai.accounts.operations.notices import notify
from rihai.accounts.queries.here import accounts_who_may
from rihai.accounts.standing import local_day
from rihai.kit.actor import Actor
from rihai.monitoring.incidents.classes import Severity, What
from rihai.monitoring.incidents.models import Clock, Incident, Stopped
from rihai.monitoring.incidents.operations.errors import NoSuchIncident, NotSo
from rihai.monitoring.incidents.operations.reach import incident_for, note
from rihai.monitoring.incidents.operations.team import HERE, NOTICE, SAFEGUARDS
from rihai.monitoring.incidents.queries import LIVE, overseen

UNTIL_SAFE = timedelta(hours=48)
LEAST = timedelta(hours=1)
"""From one rung to the next: as long as the clock ran, and an hour at the least."""
TOP = 2


@transaction.atomic
def stop_clock(
    *, clock_id: UUID, how: str, says: str, is_safe: bool = True, actor: Actor, at: datetime
) -> Clock:  # fmt: skip
    """Say what was done, that they refuse it, or that there is no need any more.

    That an authority does not answer stops nothing. While life is in danger and they are not safe, they are spoken with
    again within two days. Raises NoSuchIncident, NotSo.
    """
    clock = Clock.objects.filter(pk=clock_id).first()
    if clock is None:
        raise NoSuchIncident(_("There is no such incident."))
    one = incident_for(clock.incident_id, actor=actor)
    if clock.stopped_at is not None or how not in Stopped.values or not says.strip():
        raise NotSo(_("Say in a few words what was done, or why it is not needed."))
    stop(clock, how, says.strip(), actor=actor, at=at)
    if clock.what == What.FOLLOW and not is_safe and one.said.severity == Severity.S1:
        Clock.objects.create(incident=one, what=What.FOLLOW, started_at=at, due_at=at + UNTIL_SAFE)
    first_answer(one, at)
    note(one, "clock_stopped", actor=actor, at=at, detail={"what": str(clock.what), "late": clock.is_late})
    return clock


def stop(clock: Clock, how: str, says: str, *, actor: Actor, at: datetime) -> None:
    """Let a clock stand, with who stopped it and why."""
    clock.stopped_at, clock.how, clock.says, clock.by_name = at, how, says, actor.name[:120]
    clock.save(update_fields=["stopped_at", "how", "says", "by_name"])


def first_answer(one: Incident, at: datetime) -> None:
    """The moment of the first thing that was done; kept once."""
    if one.answered_at is None:
        one.answered_at = at
        one.save(update_fields=["answered_at"])


def raise_run_out(at: datetime) -> int:
    """Tell upwards of clocks that ran out: first who leads the team, then who stands above. Says how many.

    Of a sealed incident nobody outside its team ever hears: both times its whole team does.
    """
    with transaction.atomic(), as_house(at):
        rows = Clock.objects.select_for_update(of=("self",)).filter(
            stopped_at=None, due_at__lt=at, rung__lt=TOP, incident__state__in=LIVE
        )
        told: set[UUID] = set()
        count = 0
        for clock in rows.select_related("incident").order_by("pk"):
            rung = _rung(clock, at)
            if rung == clock.rung:
                continue
            clock.rung = rung
            clock.save(update_fields=["rung"])
            told |= set(_heard_by(clock.incident, rung, at))
            count += 1
        notify(sorted(told), NOTICE, url=HERE, at=at)
    return count


def _rung(clock: Clock, at: datetime) -> int:
    """How far up it belongs at a moment."""
    length = max(clock.due_at - clock.started_at, LEAST)
    return TOP if at >= clock.due_at + length else 1


def _heard_by(one: Incident, rung: int, at: datetime) -> Iterable[UUID]:
    team = one.team.filter(until=None).values_list("account_id", flat=True)
    if one.is_sealed or rung == 1:
        yield from team
    if not one.is_sealed:
        yield from (each.pk for each in _above(one, rung, at))


def _above(one: Incident, rung: int, at: datetime) -> Iterable[Account]:
    """At the first rung who safeguards, at the second everybody who oversees the place."""
    asked = SAFEGUARDS if rung == 1 else "monitoring.incidents"
    for account in accounts_who_may(asked, on=local_day(at)):
        if Incident.objects.filter(overseen(account), pk=one.pk).exists():
            yield account
