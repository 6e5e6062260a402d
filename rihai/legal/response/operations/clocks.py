"""What a clock of *still inside although* asks for was done."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from rihai.accounts.operations.house import as_house
from rihai.kit.actor import Actor
from rihai.kit.audit import append
from rihai.legal.response.models import ClockAct
from rihai.legal.response.operations.errors import NoSuchLine, NotNow
from rihai.legal.response.operations.line import line_for
from rihai.legal.response.tables import clock_acts


@transaction.atomic
def did_clock_act(*, row_id: UUID, cause: str, clock: int, on: date, actor: Actor, at: datetime) -> ClockAct:
    """The act of one clock was done on a day. Raises NoSuchLine, NotNow for an act no table has, or done already."""
    line = line_for(row_id, actor=actor, at=at)
    finding = line.finding
    if finding is None or not finding.still_inside:
        raise NoSuchLine(_("There is no such line."))
    if (cause, clock) not in clock_acts():
        raise NotNow(_("Choose an act of the list."))
    with as_house(at):
        same = ClockAct.objects.filter(
            person=finding.person_id, case_id=finding.case_id, provision=finding.provision, cause=cause, clock=clock,
            since_on=finding.since_on,
        )  # fmt: skip
        if same.exists():
            raise NotNow(_("This was done already."))
        done = ClockAct(
            person_id=finding.person_id, data_class=finding.data_class, and_legal=finding.and_legal,
            case_id=finding.case_id, provision=finding.provision, since_on=finding.since_on, cause=cause, clock=clock,
            done_on=on, done_at=at, by_id=actor.pk, by_name=actor.name[:120],
        )  # fmt: skip
        done.save(force_insert=True)
    detail = {"provision": finding.provision, "cause": cause, "clock": clock}
    append("legal.clock.answered", actor=actor, at=at, subject=finding.person_id, kind="person", detail=detail)
    return done
