"""Emergencies as the actor sees them: those of their places; the checklist with what is late; what was offered."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from uuid import UUID

from django.db.models import Case, Count, Exists, F, OuterRef, Q, QuerySet, Sum, When

from rihai.kit.actor import Actor
from rihai.places.kinds import Kind
from rihai.places.models import Inside, Place
from rihai.preparedness.drills.models import AfterAction
from rihai.preparedness.emergencies.models import (
    Emergency,
    EmergencyStep,
    Proposal,
    SituationReport,
    Ticked,
)
from rihai.preparedness.errors import NotThere
from rihai.preparedness.money.queries import cost_of
from rihai.preparedness.reach import ACT, READ, places_for
from rihai.preparedness.stores.models import Item, Lot, Movement
from rihai.preparedness.stores.queries import by_any, items_for

AT = (Kind.PRISON, Kind.PRISON_UNIT, Kind.LOCK_UP, Kind.SHELTER_HOME)
"""Where an emergency is opened."""


def emergencies_for(actor: Actor, *capabilities: str) -> QuerySet[Emergency]:
    """The emergencies of the places where the actor may do one of these, else read; the newest first."""
    rows = Emergency.objects.filter(by_any(actor, *(capabilities or (READ,))))
    return rows.select_related("place__within", "plan__plan")


def with_steps(rows: QuerySet[Emergency], at: datetime) -> QuerySet[Emergency]:
    """The same with `to_do` and `late`: steps nobody has ticked, and those of them whose minutes have passed."""
    waits = Q(steps__state=Ticked.TO_DO)
    return rows.annotate(
        to_do=Count("steps", filter=waits), late=Count("steps", filter=waits & Q(steps__due_at__lt=at))
    )


def emergency_for(pk: UUID, *capabilities: str, actor: Actor) -> Emergency:
    """One of them, locked until the act is done. Raises NotThere."""
    rows = emergencies_for(actor, *(capabilities or (ACT,))).select_for_update(of=("self",))
    found = rows.filter(pk=pk).first()
    if found is None:
        raise NotThere(str(pk))
    return found


def open_places(actor: Actor) -> QuerySet[Place]:
    """Where the actor may open an emergency: prisons first, then parts of them and other places, each by name."""
    whole = Case(When(kind=Kind.PRISON, then=0), default=1)
    return places_for(actor, ACT, *AT).select_related("within").order_by(whole, "name", "pk")


def likely_place(places: QuerySet[Place]) -> Place | None:
    """Of the places where the actor opens an emergency the one that is meant if none is named: the only prison, or the
    only place. Of several none is guessed: the wrong prison's plan is worse than one touch more."""
    prisons = list(places.filter(kind=Kind.PRISON)[:2]) or list(places[:2])
    return prisons[0] if len(prisons) == 1 else None


def prison_of(emergency: Emergency) -> Place | None:
    """The prison in which it is, also where it began in a part of one; None at a lock-up or a shelter home."""
    around = Inside.objects.filter(inner=emergency.place_id).values("outer_id")
    return Place.objects.filter(pk__in=around, kind=Kind.PRISON).first()


def steps_for(actor: Actor) -> QuerySet[EmergencyStep]:
    """The steps of the emergencies in which the actor acts."""
    mine = emergencies_for(actor, ACT).order_by().values("pk")
    return EmergencyStep.objects.filter(emergency__in=mine).select_related("emergency__place__within")


def reports_for(actor: Actor) -> QuerySet[SituationReport]:
    """The situation reports of the emergencies that the actor reads."""
    mine = emergencies_for(actor).order_by().values("pk")
    return SituationReport.objects.filter(emergency__in=mine).select_related("emergency__place__within")


def to_mend_after(emergency: Emergency) -> list[AfterAction]:
    """What its review found to be mended, by day; nothing before it was reviewed."""
    return list(AfterAction.objects.filter(emergency_id=emergency.pk).order_by("due_on", "pk"))


def proposals_for(actor: Actor) -> QuerySet[Proposal]:
    """What was offered at the places where the actor acts and nobody has answered, the oldest first."""
    return Proposal.objects.filter(by_any(actor, ACT), answered_at=None).select_related("place__within")


def declined_for(actor: Actor) -> QuerySet[Proposal]:
    """What was offered there and somebody said why it is no emergency, the newest first."""
    rows = Proposal.objects.filter(by_any(actor, ACT), emergency=None).exclude(answered_at=None)
    return rows.select_related("place__within").order_by("-answered_at", "-pk")


@dataclass(frozen=True, slots=True)
class Live:
    """A step as the page shows it: whether it is late, and by how many minutes it was or is."""

    step: EmergencyStep
    is_late: bool
    minutes: int | None


def checklist(emergency: Emergency, at: datetime) -> list[Live]:
    """The steps in their order; of one to be done, minutes until its time (below nothing: since)."""
    until = at if emergency.is_open else emergency.closed_at or at
    return [
        Live(
            step=one, is_late=one.is_late(until) or bool(one.done_at and one.due_at and one.done_at > one.due_at),
            minutes=_minutes(one.due_at, one.done_at or until),
        )
        for one in emergency.steps.all()
    ]  # fmt: skip


def _minutes(due: datetime | None, at: datetime) -> int | None:
    return None if due is None else int((due - at).total_seconds() // 60)


@dataclass(frozen=True, slots=True)
class Issued:
    """How much of an item went out within an emergency, and what is left of it."""

    item: str
    unit: str
    number: int
    left: int


def issued_in(emergency_id: UUID) -> list[Issued]:
    """What was issued within an emergency, item by item, less what came back."""
    rows = Movement.objects.filter(emergency=emergency_id).order_by()
    sums = {one["lot__item"]: -one["sum"] for one in rows.values("lot__item").annotate(sum=Sum("change"))}
    items = Item.objects.filter(pk__in=sums).annotate(level=Sum("lots__level"))
    return [Issued(one.name, one.unit, sums[one.pk], one.level) for one in items]


def usable_items(actor: Actor, emergency: Emergency) -> QuerySet[Item]:
    """What may be issued within an emergency: of the stores of its place and of what lies around it."""
    near = Inside.objects.filter(inner=emergency.place_id).values("outer_id")
    inner = Inside.objects.filter(outer=emergency.place_id).values("inner_id")
    rows = items_for(actor, ACT).filter(Q(store__place__in=near) | Q(store__place__in=inner))
    return rows.filter(Exists(Lot.objects.filter(item=OuterRef("pk"), level__gt=0))).order_by("store__name", F("name"))


def cost(emergency: Emergency) -> tuple[Decimal, Decimal]:
    """What an emergency was given and what was paid."""
    return cost_of(emergency.pk)
