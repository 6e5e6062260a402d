"""The case an act is on, locked; and the events that every act leaves in it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext as _

from rihai.accounts.operations.house import as_house
from rihai.accounts.standing import local_day
from rihai.casework.cases.capabilities import SUPERVISE, may_keep
from rihai.casework.cases.models import Case, CaseEvent, CaseState, CaseYear, EventKind
from rihai.casework.cases.operations.errors import NoSuchCase, NotOpen, NotYours
from rihai.casework.cases.queries.reach import cases_for
from rihai.kit.actor import Actor
from rihai.kit.acts import after
from rihai.kit.audit import append
from rihai.kit.offers import Done

_CLOSED: dict[str, Any] = {
    CaseState.WAITING: lambda: _("This case waits for a supervisor. Nothing is done in it before."),
    CaseState.REFUSED: lambda: _("This case was not approved."),
    CaseState.CLOSED: lambda: _("This case is closed. Open it again to go on with it."),
}


def case_for(case_id: UUID, *, actor: Actor, at: datetime, is_open: bool = True) -> Case:
    """The case, locked until the act is done, for whoever may work in such cases and sees it.

    Raises NoSuchCase; NotOpen where it must be open and is not.
    """
    seen = cases_for(actor, at=at).select_for_update(of=("self",)).filter(pk=case_id).first()
    if seen is None or not (may_keep(actor, seen.data_class) or actor.may(SUPERVISE)):
        raise NoSuchCase(_("There is no such case."))
    if is_open and seen.state != CaseState.OPEN:
        raise NotOpen(_CLOSED[seen.state]())
    return seen


def mine_to_hand(case: Case, *, actor: Actor) -> None:
    """Raises NotYours for who neither has the case nor supervises."""
    if case.worker_id != actor.pk and not actor.may(SUPERVISE):
        raise NotYours(_("Only the worker who has this case, or a supervisor, may do that."))


def touch(case_ids: Iterable[UUID], *, on: date, at: datetime) -> None:
    """Somebody saw or spoke with the person on a day; inside the transaction of the act that says so."""
    with as_house(at):
        earlier = Q(last_contact_on__isnull=True) | Q(last_contact_on__lt=on)
        Case.objects.filter(earlier, pk__in=list(case_ids)).update(last_contact_on=on)


def write(
    case: Case,
    kind: EventKind,
    *,
    actor: Actor | None,
    at: datetime,
    on: date | None = None,
    whom: str = "",
    note: str = "",
) -> None:
    """Keep that something happened to the case."""
    with as_house(at):
        CaseEvent.objects.create(
            case=case, kind=kind, on=on or local_day(at), at=at, by_name=actor.name[:120] if actor else "",
            whom=whom[:160], note=note or None,
        )  # fmt: skip


def finish(
    case: Case, act: str, *, actor: Actor | None, at: datetime, reason: str = "", detail: dict[str, Any] | None = None
) -> None:
    """Those who follow, then the line in the trail, last. It names the case; of a sealed one only that it is a case."""
    told: dict[str, Any] = {"case": case.pk, "programme": case.programme, **(detail or {})}
    after(Done(act=act, actor=actor, at=at, person_ids=(case.person_id,), detail=told))
    append(act, actor=actor, at=at, subject=case.pk, kind="case", reason=reason, detail={"code": case.code})


def next_code(on: date) -> str:
    """The next number of the year, once each: C-2026-0007. The house counts, since nobody sees all cases."""
    CaseYear.objects.get_or_create(year=on.year)
    year = CaseYear.objects.select_for_update().get(year=on.year)
    year.last += 1
    year.save(update_fields=["last"])
    return f"C-{on.year}-{year.last:04}"
