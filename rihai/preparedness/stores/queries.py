"""Stores as the actor sees them: those of their places; what is low, what expires, what moved."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db.models import Count, F, Q, QuerySet, Sum, Value
from django.db.models.functions import Coalesce

from rihai.kit.actor import Actor
from rihai.places.kinds import SERVED_AT, Kind
from rihai.places.models import Place
from rihai.preparedness.emergencies.models import Emergency
from rihai.preparedness.errors import NotThere
from rihai.preparedness.reach import ACT, KEEP, READ, covered, is_everywhere, places_for
from rihai.preparedness.stores.models import Item, Lot, Movement, Store, Way

SOON = timedelta(days=60)
"""Days before its day from which a lot counts as expiring."""
AT = (*SERVED_AT, Kind.PROVINCE, Kind.DIVISION)
"""Where a store may stand."""


MOVES = (ACT, KEEP)
"""With either of them somebody receives, issues and counts."""


def by_any(actor: Actor, *capabilities: str) -> Q:
    """Rows whose place is covered by a posting that gives one of these."""
    if any(is_everywhere(actor, one) for one in capabilities):
        return Q()
    found = Q(pk=None)
    for one in capabilities:
        found |= covered(actor, one)
    return found


def stores_for(actor: Actor, *capabilities: str) -> QuerySet[Store]:
    """The stores of the places where the actor may do one of these, else read, by place and name."""
    return Store.objects.filter(by_any(actor, *(capabilities or (READ,)))).select_related("place")


def store_for(pk: UUID, *capabilities: str, actor: Actor) -> Store:
    """One open store, to be acted in. Raises NotThere."""
    found = stores_for(actor, *(capabilities or MOVES)).filter(pk=pk, closed_on=None).first()
    if found is None:
        raise NotThere(str(pk))
    return found


def store_places(actor: Actor, capability: str) -> QuerySet[Place]:
    """Where the actor may open a store."""
    return places_for(actor, capability, *AT)


def items_ever(actor: Actor, *capabilities: str) -> QuerySet[Item]:
    """Every item of those stores, also what is kept no more, with `level`: what is there, still good or not."""
    stores = stores_for(actor, *capabilities).order_by().values("pk")
    rows = Item.objects.filter(store__in=stores).select_related("store__place")
    return rows.annotate(level=Coalesce(Sum("lots__level"), Value(0)))


def items_for(actor: Actor, *capabilities: str) -> QuerySet[Item]:
    """Those of them that are kept."""
    return items_ever(actor, *capabilities).filter(store__closed_on=None, ended_on=None)


def lots_for(actor: Actor, *capabilities: str) -> QuerySet[Lot]:
    """The lots of what is kept there."""
    mine = items_for(actor, *capabilities).order_by().values("pk")
    return Lot.objects.filter(item__in=mine).select_related("item__store__place")


def item_for(pk: UUID, *capabilities: str, actor: Actor) -> Item:
    """One of them, to be acted on. Raises NotThere."""
    found = items_for(actor, *(capabilities or MOVES)).filter(pk=pk).first()
    if found is None:
        raise NotThere(str(pk))
    return found


def low(items: QuerySet[Item], on: date) -> QuerySet[Item]:
    """Items of which less is there, and still good, than there must be; `good` says how much."""
    fresh = Q(lots__expires_on__isnull=True) | Q(lots__expires_on__gte=on)
    good = Coalesce(Sum("lots__level", filter=fresh), Value(0))
    return items.annotate(good=good).filter(good__lt=F("minimum"))


def expiring(items: QuerySet[Item], on: date) -> QuerySet[Lot]:
    """Lots of those items that are expired or expire soon, of which something is left, the oldest first."""
    rows = Lot.objects.filter(item__in=items.order_by().values("pk"), level__gt=0, expires_on__lt=on + SOON)
    return rows.select_related("item__store__place").order_by("expires_on", "pk")


@dataclass(frozen=True, slots=True)
class Kept:
    """An item as its store shows it: what is there, what of it is expired, and its lots of which something is left."""

    item: Item
    level: int
    expired: int
    lots: Sequence[Lot]
    soon: bool

    @property
    def good(self) -> int:
        """What may be issued."""
        return self.level - self.expired

    @property
    def is_low(self) -> bool:
        """Whether less is there than there must be."""
        return self.item.minimum is not None and self.good < self.item.minimum


def kept_no_more(store: Store) -> QuerySet[Item]:
    """What was taken off a store's list, by name."""
    return store.items.exclude(ended_on=None).order_by("name", "pk")


def kept_in(store: Store, on: date) -> list[Kept]:
    """Everything a store keeps, in two queries."""
    rows = store.items.filter(ended_on=None).prefetch_related("lots")
    return [kept(one, on) for one in rows]


def kept(item: Item, on: date) -> Kept:
    """One item with its lots."""
    lots = [lot for lot in item.lots.all() if lot.level]
    return Kept(
        item=item, level=sum(lot.level for lot in lots), lots=lots,
        expired=sum(lot.level for lot in lots if lot.is_expired(on)),
        soon=any(lot.expires_on is not None and lot.expires_on < on + SOON for lot in lots),
    )  # fmt: skip


def movements_of(item: Item) -> QuerySet[Movement]:
    """What came and went of an item, the newest first."""
    return Movement.objects.filter(lot__item=item).select_related("lot", "emergency")


def differences_in(store: Store) -> QuerySet[Movement]:
    """What counts of a store found otherwise than was written, the newest first; each says why."""
    return Movement.objects.filter(lot__item__store=store, way=Way.COUNT).select_related("lot__item")


def movements_in(emergency_id: UUID) -> QuerySet[Movement]:
    """What went out and came back within an emergency, as it was written; for whoever has asked who may see it."""
    rows = Movement.objects.filter(emergency=emergency_id).select_related("lot__item__store")
    return rows.order_by("at", "pk")


def went_out(lot: Lot, emergency: Emergency | None) -> int:
    """How much of a lot was issued, in an emergency where one is named, and did not come back yet."""
    rows = lot.movements.filter(way__in=[Way.ISSUE, Way.BACK])
    rows = rows.filter(emergency=emergency) if emergency else rows
    return -(rows.aggregate(sum=Sum("change"))["sum"] or 0)


def issued_within(lot: Lot) -> QuerySet[Emergency]:
    """The emergencies in which something of a lot was issued, the newest first."""
    rows = lot.movements.filter(way=Way.ISSUE).exclude(emergency=None).order_by()
    return Emergency.objects.filter(pk__in=rows.values("emergency_id")).select_related("place")


def expired_at(place_ids: Sequence[int], on: date) -> Mapping[int, int]:
    """How many lots of each place's stores are expired and not written off; a place without any is left out.

    For the overview of readiness, which has asked who may see these places.
    """
    stores = Store.objects.filter(place__in=place_ids, closed_on=None).order_by().values("pk")
    rows = Lot.objects.filter(item__store__in=stores, item__ended_on=None, level__gt=0, expires_on__lt=on)
    return dict(rows.order_by().values_list("item__store__place_id").annotate(n=Count("pk")))


def lacking(place_ids: Sequence[int], on: date) -> Mapping[int, int]:
    """How many items of each place's stores are under their minimum; a place without any store is left out.

    For the overview of readiness, which has asked who may see these places.
    """
    stores = Store.objects.filter(place__in=place_ids, closed_on=None)
    found = dict.fromkeys(stores.order_by().values_list("place_id", flat=True), 0)
    rows = low(Item.objects.filter(store__in=stores.order_by().values("pk"), ended_on=None), on)
    for place_id in rows.order_by().values_list("store__place_id", flat=True):
        found[place_id] += 1
    return found
