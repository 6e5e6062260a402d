"""Demands by authorities: recorded, answered by two named people, and the least is given."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from rihai.accounts.models import Account, Demand, Outcome
from rihai.accounts.operations.notices import notify
from rihai.accounts.queries import accounts_who_may
from rihai.accounts.standing import local_day
from rihai.errors import NotAllowed, Refused
from rihai.kit.audit import append


class DemandRefused(Refused):
    """A rule of the register says no."""


class SamePerson(Refused):
    """The one who proposed an answer does not decide on it."""


@transaction.atomic
def record_demand(
    *,
    authority: str,
    reference: str,
    received_on: date,
    due_on: date | None,
    asked: str,
    basis: str,
    person_id: UUID | None = None,
    actor: Account,
    at: datetime,
) -> Demand:
    """Write down what an authority demands, on what paper; nothing is given by it. Raises NotAllowed."""
    if not actor.may("demands.record"):
        raise NotAllowed(_("Your roles do not record demands."))
    demand = Demand.objects.create(
        authority=authority,
        reference=reference,
        received_on=received_on,
        due_on=due_on,
        asked=asked,
        basis=basis,
        person_id=person_id,
        recorded_by=actor,
        recorded_at=at,
    )
    _write("accounts.demand.recorded", demand, actor, at, received_on=received_on)
    return demand


@transaction.atomic
def propose_answer(*, demand: Demand, outcome: str, given: str, grounds: str, actor: Account, at: datetime) -> None:
    """The first of two: what shall be answered, what exactly is given, why. Raises DemandRefused, NotAllowed."""
    demand = _locked(demand, actor)
    if demand.state != "open":
        raise DemandRefused(_("An answer was proposed already; a second person decides on it."))
    if outcome != Outcome.REFUSED and not given.strip():
        raise DemandRefused(_("Say what exactly is given, and give the least that answers."))
    demand.outcome = Outcome(outcome)
    demand.given = given.strip() or None if outcome != Outcome.REFUSED else None
    demand.grounds = grounds.strip() or None
    demand.proposed_by, demand.proposed_at = actor, at
    demand.save()
    others = [one.pk for one in accounts_who_may("demands.decide", on=local_day(at)) if one.pk != actor.pk]
    notify(others, "demand.to_decide", url=reverse("accounts:demand", args=[demand.pk]), at=at)
    _write("accounts.demand.answered", demand, actor, at, outcome=demand.outcome)


@transaction.atomic
def decide_demand(*, demand: Demand, actor: Account, at: datetime) -> None:
    """The second of two says yes: this is the answer. Raises SamePerson, DemandRefused, NotAllowed."""
    demand = _proposed(demand, actor)
    demand.decided_by, demand.decided_at = actor, at
    demand.save()
    _write("accounts.demand.decided", demand, actor, at, outcome=demand.outcome, proposed_by=demand.proposed_by_id)


@transaction.atomic
def send_back(*, demand: Demand, actor: Account, at: datetime) -> None:
    """The second of two says no: another answer has to be proposed. Raises as `decide_demand`."""
    demand = _proposed(demand, actor)
    proposed_by = demand.proposed_by_id
    demand.outcome, demand.given, demand.grounds = "", None, None
    demand.proposed_by, demand.proposed_at = None, None
    demand.save()
    _write("accounts.demand.sent_back", demand, actor, at, proposed_by=proposed_by)


def _proposed(demand: Demand, actor: Account) -> Demand:
    demand = _locked(demand, actor)
    if demand.state != "proposed":
        raise DemandRefused(_("There is no proposed answer to decide on."))
    if demand.proposed_by_id == actor.pk:
        raise SamePerson(_("You proposed this answer; a second named person decides on it."))
    return demand


def _locked(demand: Demand, actor: Account) -> Demand:
    if not actor.may("demands.decide"):
        raise NotAllowed(_("Your roles do not decide on demands."))
    return Demand.objects.select_for_update().get(pk=demand.pk)


def _write(act: str, demand: Demand, actor: Account, at: datetime, **detail: object) -> None:
    append(act, actor=actor, at=at, subject=demand.pk, kind="demand", detail={"person": demand.person_id, **detail})
