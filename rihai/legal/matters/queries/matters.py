"""Lists of matters, and everything the page of one shows; within the team, in a constant number of queries."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db.models import Prefetch, QuerySet, Sum

from rihai.accounts.acting import asked_at
from rihai.kit.actor import Actor
from rihai.kit.once import once
from rihai.legal.matters.default_term import DefaultTerm, Remaining, pays_free, remaining
from rihai.legal.matters.delay import Adjournment, DelayChart, delay_chart
from rihai.legal.matters.models import (
    BailOrder,
    ConflictCheck,
    HearingOutcome,
    Matter,
    MatterHearing,
    MoneyKind,
    MoneyOrder,
    PaperNeeded,
    Party,
    Payment,
    Side,
    State,
    Surety,
    TeamMember,
    TimeEntry,
    Vakalatnama,
)
from rihai.legal.matters.queries.reach import is_lead, matter_seen, matters_for
from rihai.people.queries.people import people_for

PAGE = 25
MANY = 200
"""Rows of one kind that the page of a matter shows."""


@dataclass(frozen=True, slots=True)
class MatterRow:
    """One line of a list: the matter, its clients' names, its next hearing, whether a conflict waits."""

    matter: Matter
    clients: tuple[Party, ...]
    next_hearing: MatterHearing | None
    waits: bool


@dataclass(frozen=True, slots=True)
class Listed:
    """One page of the list."""

    rows: tuple[MatterRow, ...] = ()
    counts: Mapping[str, int] = field(default_factory=dict)
    has_later: bool = False


def list_matters(state: str, *, actor: Actor, today: date, page: int = 1) -> Listed:
    """The actor's matters in one state, the newest first; `page` counts from one."""
    mine = matters_for(actor)
    counts = {one: mine.filter(state=one).count() for one in State.values}
    start = (page - 1) * PAGE
    found = list(told(mine.filter(state=state), actor, today).order_by("-made_at", "-id")[start : start + PAGE + 1])
    return Listed(tuple(row_of(one) for one in found[:PAGE]), counts, len(found) > PAGE)


def with_person(actor: Actor, path: str = "person") -> Prefetch[Any]:
    """The persons of parties, as far as the actor sees them: not for being in a team, but for what that grants."""
    return Prefetch(path, people_for(actor).select_related("held_at"))


def told(found: QuerySet[Matter], actor: Actor, today: date) -> QuerySet[Matter]:
    """With what a line says."""
    clients = Party.objects.filter(side=Side.CLIENT).prefetch_related(with_person(actor))
    coming = MatterHearing.objects.filter(recorded_at=None, listed_on__gte=today).select_related("court")
    return found.select_related("court").prefetch_related(
        Prefetch("parties", clients, to_attr="clients"),
        Prefetch("hearings", coming.order_by("listed_on"), to_attr="coming"),
        Prefetch("conflicts", ConflictCheck.objects.filter(decision=""), to_attr="undecided"),
    )


def row_of(matter: Matter) -> MatterRow:
    """The line of a matter that was fetched with `told`."""
    coming: Sequence[MatterHearing] = getattr(matter, "coming", ())
    clients: Sequence[Party] = getattr(matter, "clients", ())
    waits = bool(getattr(matter, "undecided", ()))
    return MatterRow(matter, tuple(clients), coming[0] if coming else None, waits)


def matters_of(person_id: UUID, *, actor: Actor, today: date) -> list[MatterRow]:
    """The matters of a person that the actor sees, closed ones too."""
    of_person = Party.objects.filter(person=person_id, side=Side.CLIENT).values("matter_id")
    rows = told(matters_for(actor).filter(pk__in=of_person), actor, today).order_by("-made_at")
    return once(("legal.matters", actor.pk, person_id, today), lambda: [row_of(one) for one in rows])


def with_code(code: str, *, actor: Actor) -> Matter | None:
    """The matter of that code, if the actor is of its team."""
    return matters_for(actor).filter(code=code.upper()).first()


@dataclass(frozen=True, slots=True)
class MoneyRow:
    """What was ordered, paid and is left; and where it is a fine with a term running, what remains of that."""

    order: MoneyOrder
    payments: tuple[Payment, ...]
    paid: Decimal
    left: Decimal
    term: Remaining | None
    opens_gate: Decimal | None


@dataclass(frozen=True, slots=True)
class MatterPage:
    """The page of one matter."""

    matter: Matter
    leads: bool
    parties: tuple[Party, ...]
    team: tuple[TeamMember, ...]
    conflicts: tuple[ConflictCheck, ...]
    hearings: tuple[MatterHearing, ...]
    papers: tuple[PaperNeeded, ...]
    vakalatnamas: Mapping[UUID, Vakalatnama]
    bail: tuple[BailOrder, ...]
    money: tuple[MoneyRow, ...]
    time: tuple[TimeEntry, ...]
    minutes: int
    costs: Decimal
    chart: DelayChart

    @property
    def clients(self) -> tuple[Party, ...]:
        """Those we act for now."""
        return tuple(one for one in self.parties if one.side == Side.CLIENT and one.ended_at is None)

    @property
    def others(self) -> tuple[Party, ...]:
        """Everybody else."""
        return tuple(one for one in self.parties if one.side != Side.CLIENT)

    @property
    def waiting(self) -> ConflictCheck | None:
        """A conflict the panel lead has still to decide."""
        return next((one for one in self.conflicts if not one.decision), None)

    @property
    def is_open(self) -> bool:
        """Whether it can be written in."""
        return self.matter.state == State.OPEN


def page_of(matter_id: UUID, *, actor: Actor, today: date, at: datetime | None = None) -> MatterPage | None:
    """The page of a matter; None for who is not of its team."""
    moment = at or asked_at()
    matter = matter_seen(matter_id, actor=actor, at=moment)
    if matter is None:
        return None
    hearings = tuple(matter.hearings.select_related("court").order_by("listed_on", "listed_at")[:MANY])
    sums = TimeEntry.objects.filter(matter=matter).aggregate(minutes=Sum("minutes"), costs=Sum("cost"))
    papers = matter.papers.select_related("file", "party").order_by("done_on", "due_on", "asked_on")
    return MatterPage(
        matter=matter,
        leads=is_lead(matter, actor=actor, at=moment),
        parties=tuple(matter.parties.prefetch_related(with_person(actor))[:MANY]),
        team=tuple(matter.team.filter(ended_at=None).select_related("account")),
        conflicts=tuple(matter.conflicts.select_related("decided_by")),
        hearings=hearings,
        papers=tuple(papers.prefetch_related(with_person(actor, "party__person"))[:MANY]),
        vakalatnamas={one.party_id: one for one in matter.vakalatnamas.select_related("file")},
        bail=tuple(_bail(matter, actor)),
        money=tuple(money_row(one, today) for one in _money(matter, actor)),
        time=tuple(matter.time_entries.select_related("account")[:20]),
        minutes=sums["minutes"] or 0,
        costs=sums["costs"] or Decimal(0),
        chart=chart_of(hearings, today),
    )


def chart_of(hearings: Sequence[MatterHearing], as_of: date) -> DelayChart:
    """The chart of days lost by the adjournments of these hearings, up to a day."""
    found = [
        Adjournment(one.listed_on, one.next_on, one.adjourned_by, one.adjourned_why)
        for one in hearings
        if one.outcome == HearingOutcome.ADJOURNED
    ]
    return delay_chart(found, as_of=as_of)


def chart_for(person_id: UUID, case_id: str, *, actor: Actor, as_of: date) -> DelayChart:
    """The chart for a petition: of the hearings of those matters of the person's case that the actor sees."""
    of_case = Party.objects.filter(person=person_id, case_id=case_id, side=Side.CLIENT).values("matter_id")
    mine = matters_for(actor).filter(pk__in=of_case)
    return chart_of(list(MatterHearing.objects.filter(matter__in=mine)), as_of)


def money_row(order: MoneyOrder, today: date) -> MoneyRow:
    """An order with its sums; its payments must have been fetched with it."""
    payments = tuple(sorted(order.payments.all(), key=lambda one: one.paid_on))
    paid = sum((one.amount for one in payments), Decimal(0))
    left = max(order.amount - paid, Decimal(0))
    known = order.default_from is not None and (order.default_months or order.default_days)
    if order.kind != MoneyKind.FINE or not known or order.default_from is None:
        return MoneyRow(order, payments, paid, left, None, None)
    term = DefaultTerm(order.default_months or 0, order.default_days or 0, order.default_from)
    last = payments[-1].paid_on if payments else None
    found = remaining(term, amount=order.amount, paid=paid, on=today, paid_on=last)
    opens = None if found.is_over else pays_free(term, amount=order.amount, paid=paid, on=today)
    return MoneyRow(order, payments, paid, left, found, opens)


def _bail(matter: Matter, actor: Actor) -> QuerySet[BailOrder]:
    also = (Prefetch("sureties", Surety.objects.order_by("id")), with_person(actor, "party__person"))
    return matter.bail_orders.select_related("court", "party").prefetch_related(*also)


def _money(matter: Matter, actor: Actor) -> QuerySet[MoneyOrder]:
    also = (Prefetch("payments", Payment.objects.select_related("file")), with_person(actor, "party__person"))
    return matter.money_orders.select_related("party").prefetch_related(*also)
