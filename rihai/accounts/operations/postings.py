"""Postings: who works in which role, where, from when until when."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _

from rihai.accounts.models import Account, Posting, Unit
from rihai.accounts.operations.notices import notify
from rihai.accounts.roles import GIVEN, Where
from rihai.accounts.standing import forget_standings
from rihai.errors import Refused
from rihai.kit.actor import Actor
from rihai.kit.acts import after, before
from rihai.kit.audit import append
from rihai.kit.offers import Done
from rihai.places.models import Place


class PostingRefused(Refused):
    """A posting that cannot be: its place, its days, its role, or who gives it."""


@transaction.atomic
def give_posting(
    *,
    account: Account,
    role: str,
    place: Place | None = None,
    unit: Unit | None = None,
    started_on: date,
    ended_on: date | None = None,
    actor: Actor | None,
    at: datetime,
) -> Posting:
    """Post somebody. `actor` None is the founding of an office.

    Raises PostingRefused with its reason; Refused where a room above has something against it.
    """
    if actor is not None and actor.pk == account.pk:
        raise PostingRefused(_("Nobody gives a posting to themselves. Ask another administrator."))
    check_posting(role=role, place=place, unit=unit, started_on=started_on, ended_on=ended_on)
    _refuse_twice(account, role, place, unit, started_on, ended_on)
    Account.objects.select_for_update(no_key=True).filter(pk=account.pk).first()  # no room objects in the same moment
    before(Done(act="accounts.posting.given", actor=actor, at=at, detail={"account": account.pk, "role": role}))
    posting = Posting.objects.create(
        account=account,
        role=role,
        place=place,
        unit=unit,
        started_on=started_on,
        ended_on=ended_on,
        given_by_id=actor.pk if actor else None,
    )
    forget_standings()
    notify([account.pk], "posting.given", url=reverse("accounts:me"), at=at)
    detail = {"posting": posting.pk, "role": role, "place": place and place.pk, "unit": unit and unit.pk}
    days = {"started_on": started_on, "ended_on": ended_on}
    append("accounts.posting.given", actor=actor, at=at, subject=account.pk, kind="account", detail={**detail, **days})
    return posting


@transaction.atomic
def end_posting(*, posting: Posting, on: date, actor: Actor, at: datetime) -> None:
    """End it: `on` is the first day it no longer holds. One that never began is taken away. Raises PostingRefused."""
    if posting.ended_on is not None and posting.ended_on <= on:
        raise PostingRefused(_("This posting ends earlier already; nothing was changed."))
    if on <= posting.started_on:
        posting_id = posting.pk
        posting.delete()
    else:
        posting_id = posting.pk
        Posting.objects.filter(pk=posting.pk).update(ended_on=on)
    forget_standings()
    notify([posting.account_id], "posting.ended", url=reverse("accounts:me"), at=at)
    after(Done(act="accounts.posting.ended", actor=actor, at=at, detail={"account": posting.account_id}))
    append(
        "accounts.posting.ended",
        actor=actor,
        at=at,
        subject=posting.account_id,
        kind="account",
        detail={"posting": posting_id, "role": posting.role, "ended_on": on},
    )


def check_posting(
    *, role: str, place: Place | None, unit: Unit | None, started_on: date, ended_on: date | None
) -> None:
    """Raise PostingRefused, saying why, for a posting that cannot be."""
    if role not in GIVEN:
        raise PostingRefused(_("There is no such role."))
    if place is not None and unit is not None:
        raise PostingRefused(_("A posting is at a place or in a unit, not both."))
    at = Where.PLACE if place else Where.UNIT if unit else Where.OFFICE
    if at not in GIVEN[role].where:
        raise PostingRefused(_WRONG_WHERE[at]())
    if ended_on is not None and ended_on <= started_on:
        raise PostingRefused(_("The posting would end before it begins."))
    if unit is not None and unit.ended_on is not None and unit.ended_on <= started_on:
        raise PostingRefused(_("This unit has ended."))


_WRONG_WHERE = {
    Where.OFFICE: lambda: _("This role is given at a place or in a unit; choose one."),
    Where.PLACE: lambda: _("This role is not given at a place; leave the place empty."),
    Where.UNIT: lambda: _("This role is not given in a unit; leave the unit empty."),
}


def _refuse_twice(
    account: Account, role: str, place: Place | None, unit: Unit | None, started_on: date, ended_on: date | None
) -> None:
    overlaps = Q(ended_on__isnull=True) | Q(ended_on__gt=started_on)
    if ended_on is not None:
        overlaps &= Q(started_on__lt=ended_on)
    if Posting.objects.filter(overlaps, account=account, role=role, place=place, unit=unit).exists():
        raise PostingRefused(_("They hold this posting already in those days; end that one first."))
