"""Who holds a concern: whoever safeguards, but for those it is about and their line; the head where nobody else may.

It is settled anew whenever somebody says whom it is about, and at each tick, because postings change. One that nobody
may hold stays sealed and waits; data protection officers hear that somebody who may is to be posted, and no more.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Q

from rihai.accounts.models import Account
from rihai.accounts.operations.house import as_house
from rihai.accounts.operations.notices import notify
from rihai.accounts.queries.here import accounts_who_may
from rihai.accounts.standing import local_day
from rihai.casework.mentoring.models import Volunteer
from rihai.helpline.concerns.line import (
    aimed_at,
    coordinators_of,
    heads,
    line_over,
    meant,
    safeguards,
    where_of,
    where_of_volunteer,
)
from rihai.helpline.concerns.models import LIVE, Bar, Concern, ConcernAbout, ConcernBarred, ConcernHolder, Whose
from rihai.helpline.concerns.operations.reach import HERE, NOTICE

NOBODY = "helpline.concern_unheard"
"""The notice to who sees to data protection: post a safeguarding lead."""
TOLD_TO = "desk.keep"


def bar_meant(concern: Concern, on: date, *, is_new: bool = False) -> None:
    """Until somebody is named, keep away those who would hear of it and may be meant by its words; when it is new, also
    by the role that was ticked."""
    said = concern.said
    hearing = list({one.pk: one for one in (*safeguards(on), *heads(on))}.values())
    names = Account.objects.filter(is_active=True).values_list("name", flat=True)
    known = [*names, *Volunteer.objects.values_list("name", flat=True)]
    later = [one.text or "" for one in concern.words.all() if not one.is_ours]
    found = [*meant(said, hearing, known=known, later=later), *(aimed_at(said, on) if is_new else [])]
    bar(concern, [one.pk for one in found], Bar.MEANT)


def bar(concern: Concern, accounts: Iterable[UUID], because: Bar) -> None:
    """Keep accounts away; asked twice nothing changes. The first reason stands, but what is named is named."""
    known = {one.account: one for one in concern.barred.all()}
    for account_id in sorted(set(accounts), key=str):
        before = known.get(str(account_id))
        if before is None:
            ConcernBarred.objects.create(concern=concern, account=str(account_id), because=because)
        elif because == Bar.NAMED and before.because != because:
            before.because = because
            before.save(update_fields=["because"])


def bar_line_of(about: ConcernAbout, on: date) -> None:
    """Keep whom it is about away, and their line."""
    concern = about.concern
    if about.kind == Whose.ACCOUNT:
        account_id = UUID(about.subject or "")
        bar(concern, [account_id], Bar.NAMED)
        bar(concern, line_over(where_of(account_id, on), on) - {account_id}, Bar.LINE)
        for volunteer in Volunteer.objects.filter(account=account_id):
            _bar_around(concern, volunteer, on)
        return
    volunteer = Volunteer.objects.get(pk=UUID(about.subject or ""))
    if volunteer.account_id:
        bar(concern, [volunteer.account_id], Bar.NAMED)
    _bar_around(concern, volunteer, on)


def _bar_around(concern: Concern, volunteer: Volunteer, on: date) -> None:
    line = line_over(where_of_volunteer(volunteer, on), on) | coordinators_of(volunteer)
    bar(concern, line - {volunteer.account_id}, Bar.LINE)


def settle_holders(concern: Concern, *, at: datetime) -> list[UUID]:
    """Let those hold it who should today, and nobody else; says who does. Those who are new are told that it waits."""
    on = local_day(at)
    named = list(concern.about.all())
    for about in named:
        bar_line_of(about, on)
    if not named:
        bar_meant(concern, on)
    kept_away = {one.account for one in concern.barred.all()}
    fit = [one.pk for one in safeguards(on) if str(one.pk) not in kept_away]
    above = [one.pk for one in heads(on) if str(one.pk) not in kept_away]
    alone = not fit or [str(one) for one in fit] == [concern.raised_by]
    wanted = [*fit, *(above if alone else [])]
    holding = {one.account_id: one for one in concern.holders.filter(until=None)}
    let_in = [one for one in above if one in holding]
    for account_id, row in holding.items():
        if account_id not in wanted and account_id not in let_in:
            row.until = at
            row.save(update_fields=["until"])
    new = [one for one in dict.fromkeys(wanted) if one not in holding]
    ConcernHolder.objects.bulk_create(ConcernHolder(concern=concern, account_id=one, since=at) for one in new)
    if concern.is_live or concern.is_due(on):
        notify(new, NOTICE, url=HERE, at=at)
    return [*dict.fromkeys([*wanted, *let_in])]


def let_head_in(concern: Concern, *, at: datetime) -> list[UUID]:
    """A clock ran out twice: the head holds it too, unless it is kept from them; says who is new."""
    kept_away = {one.account for one in concern.barred.all()}
    holding = set(concern.holders.filter(until=None).values_list("account_id", flat=True))
    new = [one.pk for one in heads(local_day(at)) if str(one.pk) not in kept_away and one.pk not in holding]
    ConcernHolder.objects.bulk_create(ConcernHolder(concern=concern, account_id=one, since=at) for one in new)
    return new


def settle_all(at: datetime) -> int:
    """Settle who holds each concern that is live or was kept its time, or whose holder may hold none any more; says how
    many nobody may hold. The tick calls it."""
    unheard, lost = 0, False
    with transaction.atomic(), as_house(at):
        for one in Concern.objects.select_for_update(of=("self",)).filter(_unsettled(local_day(at))).order_by("pk"):
            was_held = one.holders.filter(until=None).exists()
            if not settle_holders(one, at=at):
                unheard += 1
                lost = lost or was_held
        if lost:
            tell_unheard(at=at)
    return unheard


def _unsettled(on: date) -> Q:
    may = [one.pk for one in (*safeguards(on), *heads(on))]
    left = ConcernHolder.objects.filter(until=None).exclude(account__in=may).values("concern_id")
    return Q(state__in=LIVE) | Q(erased_at=None) & (Q(keep_until__lte=on) | Q(pk__in=left))


def tell_unheard(*, at: datetime) -> None:
    """Tell whoever sees to data protection that a safeguarding lead is wanted."""
    notify(accounts_who_may(TOLD_TO, on=local_day(at)).values_list("pk", flat=True), NOBODY, at=at)
