"""Crisis money as the actor sees it: lines of their places, requests, what is left, what an emergency cost."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from django.db.models import DecimalField, OuterRef, Q, QuerySet, Subquery, Sum, Value
from django.db.models.functions import Coalesce

from rihai.kit.actor import Actor
from rihai.kit.files import StoredFile
from rihai.places.models import Inside
from rihai.preparedness.emergencies.models import Emergency
from rihai.preparedness.errors import NotThere
from rihai.preparedness.money.models import Line, Request, Spending, State
from rihai.preparedness.reach import ACT, READ, around
from rihai.preparedness.stores.queries import by_any

NONE, CENT = Decimal(0), Decimal("0.01")
_NOTHING = Value(NONE, output_field=DecimalField(max_digits=14, decimal_places=2))


def lines_for(actor: Actor, *capabilities: str) -> QuerySet[Line]:
    """The lines of the places where the actor may do one of these, else read.

    What serves a place from above, the line of a province, is read there, and asked from by whoever acts there; it is
    kept and decided on by those whose posting covers it.
    """
    wanted = capabilities or (READ,)
    found = by_any(actor, *wanted)
    if found and {READ, ACT} & set(wanted):
        for one in {READ, ACT} & set(wanted):
            found |= around(actor, one)
    return Line.objects.filter(found).select_related("place")


def line_for(pk: UUID, *capabilities: str, actor: Actor) -> Line:
    """One of them, locked until the act is done, so that two decide one after the other. Raises NotThere."""
    found = lines_for(actor, *capabilities).select_for_update(of=("self",)).filter(pk=pk).first()
    if found is None:
        raise NotThere(str(pk))
    return found


def requests_for(actor: Actor, *capabilities: str) -> QuerySet[Request]:
    """Requests on lines of those places, for emergencies there, and the actor's own, newest first, with `spent`."""
    mine = by_any(actor, *(capabilities or (READ,)))
    rows = Request.objects.select_related("line__place", "emergency").annotate(spent=_spent())
    if not mine:
        return rows
    lines = Line.objects.filter(mine).order_by().values("pk")
    there = Emergency.objects.filter(mine).order_by().values("pk")
    found = Q(line__in=lines)
    if {READ, ACT} & set(capabilities or (READ,)):
        found |= Q(emergency__in=there) | Q(asked_by_id=actor.pk)
    return rows.filter(found)


def request_for(pk: UUID, *capabilities: str, actor: Actor) -> Request:
    """One of them; its line is locked until the act is done. Raises NotThere."""
    found = requests_for(actor, *capabilities).filter(pk=pk).first()
    if found is None:
        raise NotThere(str(pk))
    Line.objects.select_for_update().get(pk=found.line_id)
    return requests_for(actor, *capabilities).get(pk=pk)


def _spent() -> Coalesce:
    each = Spending.objects.filter(request=OuterRef("pk")).order_by().values("request").annotate(sum=Sum("amount"))
    return Coalesce(Subquery(each.values("sum")), _NOTHING)


@dataclass(frozen=True, slots=True)
class Standing:
    """How a line stands: approved and not yet spent counts as gone."""

    line: Line
    bound: Decimal
    spent: Decimal

    @property
    def left(self) -> Decimal:
        """What may still be approved; below nothing where somebody decided to go beyond it."""
        return self.line.amount - self.bound


def standings(lines: Sequence[Line]) -> list[Standing]:
    """Each line with what is bound and what is spent, in one query more."""
    bound: dict[UUID, Decimal] = {one.pk: NONE for one in lines}
    spent = dict(bound)
    for one in Request.objects.filter(line__in=list(bound)).annotate(spent=_spent()).order_by():
        spent[one.line_id] += one.spent
        bound[one.line_id] += one.amount if one.state == State.APPROVED else one.spent
    return [Standing(one, bound[one.pk], spent[one.pk]) for one in lines]


def left_of(line: Line) -> Decimal:
    """What may still be approved on a line."""
    return standings([line])[0].left


def cost_of(emergency_id: UUID) -> tuple[Decimal, Decimal]:
    """What an emergency was given and what was paid for it."""
    rows = Request.objects.filter(emergency=emergency_id, state__in=[State.APPROVED, State.SETTLED])
    given = rows.aggregate(sum=Sum("amount"))["sum"] or NONE
    paid = Spending.objects.filter(request__emergency=emergency_id).aggregate(sum=Sum("amount"))["sum"] or NONE
    return given.quantize(CENT), paid.quantize(CENT)


def paid_in(emergency_id: UUID) -> QuerySet[Spending]:
    """What was paid for an emergency, by day; for whoever has asked who may see it."""
    return Spending.objects.filter(request__emergency=emergency_id).order_by("on", "at", "pk")


def open_lines(place_id: int, on: date) -> QuerySet[Line]:
    """The lines from which money can be asked for a place that day: its own, and those of what it stands in."""
    around = Inside.objects.filter(inner=place_id).values("outer_id")
    return Line.objects.filter(place__in=around, started_on__lte=on, ended_on__gt=on).select_related("place")


def waiting(actor: Actor, *capabilities: str) -> QuerySet[Request]:
    """Requests nobody has decided, the oldest first."""
    return requests_for(actor, *capabilities).filter(state=State.ASKED).order_by("asked_at", "pk")


def may_read_receipt(actor: Actor, stored: StoredFile) -> bool:
    """A receipt is read by whoever reads its request."""
    of = Spending.objects.filter(receipt=stored).values("request_id")
    return requests_for(actor).order_by().filter(pk__in=of).exists()


def without_money(place_ids: Sequence[int], on: date) -> Mapping[int, bool]:
    """For each place whether no crisis money stands for it that day, its own or that of what it stands in.

    For the overview of readiness, which has asked who may see these places.
    """
    open_at = Line.objects.filter(started_on__lte=on, ended_on__gt=on).order_by().values("place_id")
    has = set(Inside.objects.filter(outer__in=open_at, inner__in=list(place_ids)).values_list("inner_id", flat=True))
    return {one: one not in has for one in place_ids}
