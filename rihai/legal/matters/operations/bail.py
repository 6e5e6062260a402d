"""Bail as granted, and its sureties: each step is a fact of the record, so that *still inside although* follows."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from rihai.accounts.standing import local_day
from rihai.kit.actor import Actor
from rihai.kit.acts import after
from rihai.kit.audit import append
from rihai.kit.editing import save_if_unchanged
from rihai.kit.offers import Done
from rihai.legal.matters.models import BailOrder, Kind, Matter, Surety
from rihai.legal.matters.operations.errors import NoSuchMatter, WrongEntry
from rihai.legal.matters.operations.facts import say
from rihai.legal.matters.operations.papers import in_order
from rihai.legal.matters.operations.reach import client_of, matter_for

ORDER = (
    "court", "court_name", "granted_on", "conditions", "personal_bond", "amount", "sureties_needed", "reduced_to",
    "reduced_on", "nobody_stands", "furnished_on", "sent_on", "arrived_on", "cancelled_on",
)  # fmt: skip
SURETY = ("name", "number", "phone", "missing", "verified_by", "verified_on", "furnished_on", "refused_on")


@transaction.atomic
def record_bail(*, matter_id: UUID, party_id: UUID, said: Mapping[str, Any], actor: Actor, at: datetime) -> BailOrder:
    """A court granted bail. Raises NoSuchMatter, WrongParty, WrongEntry."""
    matter = matter_for(matter_id, actor=actor, at=at)
    party = client_of(matter, party_id)
    order = BailOrder(matter=matter, party=party)
    _take(order, said)
    order.save(force_insert=True)
    _tell_record(order, actor=actor, at=at)
    _follow("legal.bail.recorded", order, actor=actor, at=at)
    detail = {"order": order.pk, "granted": order.granted_on}
    append("legal.bail.recorded", actor=actor, at=at, subject=matter.pk, kind="matter", detail=detail)
    return order


@transaction.atomic
def change_bail(*, order_id: UUID, version: int, said: Mapping[str, Any], actor: Actor, at: datetime) -> BailOrder:
    """What became of it: reduced, furnished, sent, arrived, cancelled. Raises Changed where somebody was quicker."""
    order = BailOrder.objects.filter(pk=order_id).select_related("party").first()
    if order is None:
        raise NoSuchMatter(_("There is no such order."))
    matter = matter_for(order.matter_id, actor=actor, at=at)
    _take(order, said)
    save_if_unchanged(order, version=version, fields=ORDER)
    _tell_record(order, actor=actor, at=at)
    _follow("legal.bail.changed", order, actor=actor, at=at)
    detail = {"order": order.pk, "furnished": order.furnished_on, "arrived": order.arrived_on}
    append("legal.bail.changed", actor=actor, at=at, subject=matter.pk, kind="matter", detail=detail)
    return order


@transaction.atomic
def keep_surety(
    *,
    order_id: UUID,
    surety_id: UUID | None,
    version: int = 0,
    said: Mapping[str, Any],
    actor: Actor,
    at: datetime,
) -> Surety:
    """Somebody stands surety, is verified, gives the bond, or is refused; the last bond needed furnishes the order."""
    order = BailOrder.objects.filter(pk=order_id).select_related("party").first()
    if order is None:
        raise NoSuchMatter(_("There is no such order."))
    matter = matter_for(order.matter_id, actor=actor, at=at)
    surety = (
        Surety.objects.filter(pk=surety_id, order=order).first() if surety_id else Surety(order=order, matter=matter)
    )
    if surety is None:
        raise NoSuchMatter(_("There is no such surety."))
    in_order([order.granted_on, said.get("furnished_on")])
    for name in SURETY:
        setattr(surety, name, said.get(name) or (None if name in {"number", "phone"} or name.endswith("_on") else ""))
    if surety_id:
        save_if_unchanged(surety, version=version, fields=(*SURETY, "number_index"))
    else:
        surety.save(force_insert=True)
    _furnish(order)
    _tell_record(order, actor=actor, at=at)
    detail = {"order": order.pk, "surety": surety.pk, "furnished": surety.furnished_on}
    append("legal.surety.kept", actor=actor, at=at, subject=matter.pk, kind="matter", detail=detail)
    return surety


def bail_facts(order: BailOrder, *, stands: bool) -> dict[str, Any]:
    """An order as the facts of law/facts.md 6.4; said together, since the day of a fact falls with the fact."""
    granted, furnished = order.cancelled_on is None, order.furnished_on is not None
    facts: dict[str, Any] = {
        "bail_granted": granted,
        "bail_decided_on": order.granted_on.isoformat(),
        "bail_furnished": furnished,
        "bail_granted_not_furnished": granted and not furnished,
        "surety_available": stands,
    }
    if granted:
        facts["bail_granted_on"] = order.granted_on.isoformat()
    if order.cancelled_on:
        facts["bail_cancelled_on"] = order.cancelled_on.isoformat()
    if order.furnished_on:
        facts["bail_furnished_on"] = order.furnished_on.isoformat()
    amount = order.amount if order.reduced_to is None else order.reduced_to
    if amount is not None and not order.personal_bond:
        facts["surety_amount"] = money(amount)
    if order.nobody_stands or stands or furnished:
        facts["unable_to_furnish_surety"] = order.nobody_stands and not stands and not furnished
    if not stands and not order.nobody_stands:
        del facts["surety_available"]  # nobody has looked: not known
    return facts


def money(amount: Decimal) -> int | float:
    """A sum as the facts write it."""
    return int(amount) if amount == int(amount) else float(amount)


def _take(order: BailOrder, said: Mapping[str, Any]) -> None:
    for name in ORDER:
        if name in said:
            setattr(order, name, said[name])
    in_order([order.granted_on, order.furnished_on])
    in_order([order.granted_on, order.reduced_on])
    in_order([order.granted_on, order.sent_on, order.arrived_on])
    in_order([order.granted_on, order.cancelled_on])
    if order.reduced_to is not None and order.amount is not None and order.reduced_to > order.amount:
        raise WrongEntry(_("Reduced means less than before. Check the two sums."))


def _furnish(order: BailOrder) -> None:
    """Where as many bonds were given as the court asked for, the order is furnished on the day of the last."""
    given = sorted(one.furnished_on for one in order.sureties.all() if one.furnished_on and not one.refused_on)
    needed = max(order.sureties_needed, 1)
    if order.furnished_on is None and len(given) >= needed:
        order.furnished_on = given[needed - 1]
        save_if_unchanged(order, version=order.version, fields=("furnished_on",))


def _follow(act: str, order: BailOrder, *, actor: Actor, at: datetime) -> None:
    """Let the other rooms follow; of strategic litigation nothing is said of any of its many clients."""
    party = order.party
    if party.person_id is None or Matter.objects.filter(pk=order.matter_id, kind=Kind.STRATEGIC).exists():
        return
    detail = {"case": party.case_id, "granted": order.granted_on, "cancelled": order.cancelled_on}
    after(Done(act=act, actor=actor, at=at, person_ids=(party.person_id,), detail=detail))


def _tell_record(order: BailOrder, *, actor: Actor, at: datetime) -> None:
    if Matter.objects.filter(pk=order.matter_id, kind=Kind.STRATEGIC).exists():
        return
    latest = BailOrder.objects.filter(party=order.party_id).order_by("-granted_on", "-id").first()
    if latest is None or latest.pk != order.pk:
        return  # the facts are of the latest order
    stands = order.sureties.filter(refused_on=None).exists()
    facts = bail_facts(order, stands=stands)
    gone = [name for name in ("unable_to_furnish_surety", "surety_available", "bail_furnished_on") if name not in facts]
    say(order.party, facts, gone=gone, true_on=_true_on(order, at), actor=actor, at=at)


def _true_on(order: BailOrder, at: datetime) -> date:
    days = [order.granted_on, order.furnished_on, order.cancelled_on, order.reduced_on]
    return min(max(one for one in days if one), local_day(at))
