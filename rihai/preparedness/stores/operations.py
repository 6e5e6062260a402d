"""What is done with stores: opened, stocked, issued from, counted, written off. A lot never holds less than nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from rihai.accounts.standing import local_day
from rihai.kit.actor import Actor
from rihai.kit.audit import append
from rihai.kit.editing import save_if_unchanged
from rihai.preparedness.errors import NotSo
from rihai.preparedness.reach import KEEP
from rihai.preparedness.stores.models import MOST, Item, Lot, Movement, Sort, Store, Way
from rihai.preparedness.stores.queries import item_for, store_for, store_places, went_out
from rihai.preparedness.twice import refused_twice

STORE, ITEM = ("name", "kept_by", "note"), ("name", "sort", "unit", "minimum")


@transaction.atomic
def keep_store(
    *, said: Mapping[str, Any], store_id: UUID | None = None, version: int = 0, actor: Actor, at: datetime
) -> Store:  # fmt: skip
    """Open a store at `place`, or mend what is said of one: name, kept_by, note. Raises NotThere, NotSo, Changed."""
    values = {name: str(said.get(name) or "").strip() for name in STORE}
    if not values["name"] or not values["kept_by"]:
        raise NotSo(_("Say what the store is called and which post keeps it."))
    if store_id is None:
        place = said.get("place")
        if place is None or not store_places(actor, KEEP).filter(pk=place.pk).exists():
            raise NotSo(_("Choose one of the places where you keep stores."))
        store = Store.objects.create(place=place, **values)
    else:
        store = store_for(store_id, KEEP, actor=actor)
        for name, value in values.items():
            setattr(store, name, value)
        save_if_unchanged(store, version=version, fields=list(values))
    append("preparedness.store.kept", actor=actor, at=at, subject=store.pk, kind="store")
    return store


@transaction.atomic
def close_store(*, store_id: UUID, actor: Actor, at: datetime) -> Store:
    """Nothing is kept there any more. Raises NotThere, NotSo while something is left in it."""
    store = store_for(store_id, KEEP, actor=actor)
    if Lot.objects.filter(item__store=store, level__gt=0).exists():
        raise NotSo(_("Something is left in this store. Issue it or write it off first."))
    store.closed_on, store.version = local_day(at), store.version + 1
    store.save(update_fields=["closed_on", "version"])
    append("preparedness.store.closed", actor=actor, at=at, subject=store.pk, kind="store")
    return store


@transaction.atomic
def keep_item(
    *, said: Mapping[str, Any], store_id: UUID | None = None, item_id: UUID | None = None, version: int = 0,
    actor: Actor, at: datetime,
) -> Item:  # fmt: skip
    """Put an item on a store's list, or mend one: name, sort, unit, minimum. Raises NotThere, NotSo, Changed."""
    values = {name: said.get(name) for name in ITEM}
    if not values["name"] or not values["unit"] or values["sort"] not in Sort.values:
        raise NotSo(_("Say what it is, what it is for and in what it is counted."))
    if item_id is None:
        assert store_id is not None
        item = Item(store=store_for(store_id, KEEP, actor=actor))
    else:
        item = item_for(item_id, KEEP, actor=actor)
    for name, value in values.items():
        setattr(item, name, value)
    with refused_twice(_("This store has an item of that name already.")):
        if item_id is None:
            item.save(force_insert=True)
        else:
            save_if_unchanged(item, version=version, fields=list(values))
    append("preparedness.stock.kept", actor=actor, at=at, subject=item.pk, kind="item")
    return item


@transaction.atomic
def end_item(*, item_id: UUID, actor: Actor, at: datetime) -> Item:
    """An item is kept no more; what came and went stays written. Raises NotThere, NotSo while something is left."""
    item = item_for(item_id, KEEP, actor=actor)
    if item.lots.filter(level__gt=0).exists():
        raise NotSo(_("Something of it is left. Issue it or write it off first."))
    item.ended_on, item.version = local_day(at), item.version + 1
    item.save(update_fields=["ended_on", "version"])
    append("preparedness.stock.ended", actor=actor, at=at, subject=item.pk, kind="item")
    return item


@transaction.atomic
def receive(*, item_id: UUID, said: Mapping[str, Any], actor: Actor, at: datetime) -> Movement:
    """Something came in: number, mark, expires_on, whom (from whom), paper, on. Raises NotThere, NotSo."""
    item = item_for(item_id, actor=actor)
    number, on = _number(said), _day(said, at)
    lot, _made = Lot.objects.get_or_create(
        item=item, mark=str(said.get("mark") or "").strip(), expires_on=said.get("expires_on")
    )
    made = _move(lot, number, _Said(Way.RECEIPT, on, said), actor=actor, at=at)
    _line("receipt.written", item, made, actor, at)
    return made


@transaction.atomic
def issue(*, item_id: UUID, said: Mapping[str, Any], actor: Actor, at: datetime) -> list[Movement]:
    """Something goes out: number, whom (to whom, what for), on, emergency; from a lot, else what expires first.

    What is expired is not issued. Raises NotThere, NotSo where less is left than asked for.
    """
    item = item_for(item_id, actor=actor)
    made = take(item, said, actor=actor, at=at)
    _line("issue.written", item, made[0], actor, at, number=-sum(one.change for one in made))
    return made


def take(item: Item, said: Mapping[str, Any], *, actor: Actor, at: datetime) -> list[Movement]:
    """The movements of an issue, within the act of another operation, which writes its line. Raises NotSo."""
    number, on = _number(said), _day(said, at)
    if not str(said.get("whom") or "").strip():
        raise NotSo(_("Say to whom it goes, or what for."))
    lots = [one for one in item.lots.select_for_update().filter(level__gt=0) if not one.is_expired(on)]
    chosen = said.get("lot")
    if chosen is not None:
        lots = [one for one in lots if one.pk == chosen.pk]
    there = sum(one.level for one in lots)
    if there < number:
        words = {"n": there, "unit": item.unit, "item": item.name}
        raise NotSo(_("Only %(n)s %(unit)s of %(item)s can be issued. Nothing was taken.") % words)
    made: list[Movement] = []
    for lot in lots:
        part = min(lot.level, number)
        if part:
            made.append(_move(lot, -part, _Said(Way.ISSUE, on, said), actor=actor, at=at))
            number -= part
    return made


@transaction.atomic
def bring_back(*, lot_id: UUID, said: Mapping[str, Any], actor: Actor, at: datetime) -> Movement:
    """What was issued and not used comes back into its lot: number, whom, on, emergency (the one it was issued in).

    Raises NotThere, NotSo for more than went out.
    """
    lot, number = _lot(lot_id, actor), _number(said)
    went = went_out(lot, said.get("emergency"))
    if number > went:
        raise NotSo(_("Only %(n)s of this lot went out and did not come back yet.") % {"n": went})
    made = _move(lot, number, _Said(Way.BACK, _day(said, at), said), actor=actor, at=at)
    _line("return.written", lot.item, made, actor, at)
    return made


@transaction.atomic
def write_off(*, lot_id: UUID, said: Mapping[str, Any], actor: Actor, at: datetime) -> Movement:
    """Something is of no use any more: number, why, on. Raises NotThere, NotSo without a reason."""
    lot = _lot(lot_id, actor)
    if not str(said.get("why") or "").strip():
        raise NotSo(_("Say why it is written off."))
    made = _move(lot, -_number(said), _Said(Way.WRITE_OFF, _day(said, at), said), actor=actor, at=at)
    _line("loss.written", lot.item, made, actor, at)
    return made


@dataclass(frozen=True, slots=True)
class Counted:
    """A lot as somebody counted it: what the page said was there, what is there, and why it differs."""

    lot_id: UUID
    said: int
    found: int
    why: str = ""


@transaction.atomic
def count(*, store_id: UUID, counted: Sequence[Counted], actor: Actor, at: datetime) -> list[Movement]:
    """A store was counted: each difference with its reason. Raises NotThere, NotSo; then nothing of it is kept."""
    store = store_for(store_id, actor=actor)
    lots = {one.pk: one for one in Lot.objects.select_for_update(of=("self",)).filter(item__store=store)}
    made = []
    for one in counted:
        lot = lots.get(one.lot_id)
        if lot is None:
            raise NotSo(_("The store has other lots now. Count anew."))
        if lot.level != one.said:
            words = {"item": lot.item.name, "was": one.said, "now": lot.level}
            raise NotSo(_("Of %(item)s %(was)s were there when you began and %(now)s now. Count it again.") % words)
        if one.found == lot.level:
            continue
        if not one.why.strip():
            raise NotSo(_("Say of each difference why it is there."))
        told = _Said(Way.COUNT, local_day(at), {"why": one.why})
        made.append(_move(lot, one.found - lot.level, told, actor=actor, at=at))
    detail = {"lots": len(counted), "different": len(made)}
    append("preparedness.store.counted", actor=actor, at=at, subject=store.pk, kind="store", detail=detail)
    return made


@dataclass(frozen=True, slots=True)
class _Said:
    way: Way
    on: date
    said: Mapping[str, Any]


def _move(lot: Lot, change: int, told: _Said, *, actor: Actor, at: datetime) -> Movement:
    """Change a lot in one statement that fails where it would hold less than nothing, whoever else acts now."""
    rows = Lot.objects.filter(pk=lot.pk, level__gte=-change, level__lte=MOST - change)
    if not rows.update(level=F("level") + change):
        raise NotSo(_("So much is not there, or more than a store can hold. Nothing was written."))
    lot.refresh_from_db(fields=["level"])
    said = {name: str(told.said.get(name) or "").strip() for name in ("whom", "why", "paper")}
    return Movement.objects.create(
        lot=lot, way=told.way, change=change, left=lot.level, emergency=told.said.get("emergency"), on=told.on,
        by_id=actor.pk, by_name=actor.name[:120], at=at, **said,
    )  # fmt: skip


def _line(
    act: str, item: Item, made: Movement, actor: Actor, at: datetime, *, number: int | None = None
) -> None:  # fmt: skip
    detail = {"item": item.pk, "number": abs(made.change) if number is None else number, "emergency": made.emergency_id}
    append(f"preparedness.{act}", actor=actor, at=at, subject=item.pk, kind="item", detail=detail)


def _lot(pk: UUID, actor: Actor) -> Lot:
    lot = Lot.objects.select_for_update(of=("self",)).select_related("item__store").filter(pk=pk).first()
    if lot is None:
        raise NotSo(_("There is no such lot."))
    item_for(lot.item_id, actor=actor)
    return lot


def _number(said: Mapping[str, Any]) -> int:
    number = said.get("number")
    if not isinstance(number, int) or not 0 < number <= MOST:
        raise NotSo(_("Say how many."))
    return number


def _day(said: Mapping[str, Any], at: datetime) -> date:
    on = said.get("on") or local_day(at)
    if not isinstance(on, date) or on > local_day(at):
        raise NotSo(_("The day lies ahead. Write the day on which it was."))
    return on
