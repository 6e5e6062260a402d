"""Fines, diyat and compensation: what was ordered and what was paid, by whom; each a fact of the record."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Sum
from django.utils.translation import gettext as _

from rihai.accounts.standing import local_day
from rihai.kit.actor import Actor
from rihai.kit.audit import append
from rihai.kit.editing import save_if_unchanged
from rihai.legal.matters.models import Kind, MoneyKind, MoneyOrder, Party, Payment
from rihai.legal.matters.operations.bail import money
from rihai.legal.matters.operations.errors import NoSuchMatter, WrongEntry
from rihai.legal.matters.operations.facts import say
from rihai.legal.matters.operations.papers import Given, in_order, keep_file
from rihai.legal.matters.operations.reach import client_of, matter_for

ORDER = ("kind", "amount", "ordered_on", "default_months", "default_days", "default_from")


@transaction.atomic
def record_order(*, matter_id: UUID, party_id: UUID, said: Mapping[str, Any], actor: Actor, at: datetime) -> MoneyOrder:
    """A court ordered a client to pay. Raises NoSuchMatter, WrongParty, WrongEntry."""
    matter = matter_for(matter_id, actor=actor, at=at)
    party = client_of(matter, party_id)
    order = MoneyOrder(matter=matter, party=party, **{name: said.get(name) for name in ORDER})
    _check(order)
    order.save(force_insert=True)
    _tell_record(party, order.kind, matter.kind, actor=actor, at=at)
    detail = {"order": order.pk, "kind": order.kind}
    append("legal.money.ordered", actor=actor, at=at, subject=matter.pk, kind="matter", detail=detail)
    return order


@transaction.atomic
def change_order(*, order_id: UUID, version: int, said: Mapping[str, Any], actor: Actor, at: datetime) -> MoneyOrder:
    """What was ordered is corrected. Raises Changed where somebody was quicker."""
    order = MoneyOrder.objects.filter(pk=order_id).select_related("party").first()
    if order is None:
        raise NoSuchMatter(_("There is no such order."))
    matter = matter_for(order.matter_id, actor=actor, at=at)
    before = order.kind
    for name in ORDER:
        setattr(order, name, said.get(name))
    _check(order)
    save_if_unchanged(order, version=version, fields=ORDER)
    for kind in dict.fromkeys((before, order.kind)):
        _tell_record(order.party, kind, matter.kind, actor=actor, at=at)
    append("legal.money.changed", actor=actor, at=at, subject=matter.pk, kind="matter", detail={"order": order.pk})
    return order


@transaction.atomic
def record_payment(
    *, order_id: UUID, said: Mapping[str, Any], given: Given | None = None, actor: Actor, at: datetime
) -> Payment:
    """A part was paid. Raises WrongEntry where it is more than is left, FileRefused for the receipt."""
    order = MoneyOrder.objects.select_for_update(of=("self",)).filter(pk=order_id).select_related("party").first()
    if order is None:
        raise NoSuchMatter(_("There is no such order."))
    matter = matter_for(order.matter_id, actor=actor, at=at)
    if said["amount"] > order.amount - paid_of(order):
        raise WrongEntry(_("That is more than is left to pay. Check the sum."))
    in_order([order.ordered_on, said["paid_on"]])
    payment = Payment.objects.create(
        matter=matter, order=order, file=keep_file(matter, given, actor=actor, at=at), made_at=at,
        **{name: said[name] for name in ("amount", "paid_on", "paid_by", "payer", "challan")},
    )  # fmt: skip
    _tell_record(order.party, order.kind, matter.kind, actor=actor, at=at)
    detail = {"order": order.pk, "payment": payment.pk, "by": payment.paid_by}
    append("legal.payment.recorded", actor=actor, at=at, subject=matter.pk, kind="matter", detail=detail)
    return payment


def paid_of(order: MoneyOrder) -> Decimal:
    """What was paid of an order."""
    return order.payments.aggregate(sum=Sum("amount"))["sum"] or Decimal(0)


def money_facts(orders: list[MoneyOrder], kind: str) -> dict[str, Any]:
    """Orders of a client as the facts of law/facts.md 6.5: the fine apart, everything else as `compensation`."""
    if kind != MoneyKind.FINE:
        return {"compensation": [_item(one) for one in orders if one.kind != MoneyKind.FINE]}
    fines = [one for one in orders if one.kind == MoneyKind.FINE]
    if not fines:
        return {}
    whole, paid = sum((one.amount for one in fines), Decimal(0)), sum((paid_of(one) for one in fines), Decimal(0))
    facts: dict[str, Any] = {"fine": money(whole), "fine_paid_amount": money(paid), "fine_paid": paid >= whole}
    last = max((pay.paid_on for one in fines for pay in one.payments.all()), default=None)
    if paid >= whole and last:
        facts["fine_paid_on"] = last.isoformat()
    facts |= _terms(fines)
    return facts


def _terms(fines: list[MoneyOrder]) -> dict[str, Any]:
    """Terms in default run one after the other; known only where each is."""
    if any(one.default_months is None and one.default_days is None for one in fines):
        return {}
    months, days = sum(one.default_months or 0 for one in fines), sum(one.default_days or 0 for one in fines)
    facts: dict[str, Any] = {"default_term": {"months": months, "days": days}}
    starts = [one.default_from for one in fines]
    if all(starts):
        facts["default_term_from"] = min(one for one in starts if one).isoformat()
    return facts


def _item(order: MoneyOrder) -> dict[str, Any]:
    item: dict[str, Any] = {
        "kind": order.kind,
        "amount": money(order.amount),
        "paid_amount": money(paid_of(order)),
        "final_judgment_on": order.ordered_on.isoformat(),
    }
    if order.default_from:
        item["default_term_from"] = order.default_from.isoformat()
    if order.default_months is not None or order.default_days is not None:
        item["default_term"] = {"months": order.default_months or 0, "days": order.default_days or 0}
    return item


def _check(order: MoneyOrder) -> None:
    if order.amount <= 0:
        raise WrongEntry(_("A sum is more than nought."))
    in_order([order.ordered_on, order.default_from])


def _tell_record(party: Party, kind: str, matter_kind: str, *, actor: Actor, at: datetime) -> None:
    if matter_kind == Kind.STRATEGIC:
        return
    orders = list(MoneyOrder.objects.filter(party=party).prefetch_related("payments"))
    facts = money_facts(orders, kind)
    names = ("fine", "fine_paid_amount", "fine_paid", "fine_paid_on", "default_term", "default_term_from")
    gone = [name for name in names if kind == MoneyKind.FINE and name not in facts]
    say(party, facts, gone=gone, true_on=local_day(at), actor=actor, at=at)
