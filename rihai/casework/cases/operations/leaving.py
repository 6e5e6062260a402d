"""Nobody is lost when a worker leaves: what they had appears with nobody, and their supervisors are told.

It follows a stopped account and an ended posting at once, and each day whatever ended by its own date.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import F

from rihai.accounts.access import Standing
from rihai.accounts.models import Account
from rihai.accounts.operations import notify
from rihai.accounts.operations.house import as_house
from rihai.accounts.queries import accounts_who_may
from rihai.accounts.standing import local_day, standing_of
from rihai.casework.cases.capabilities import KEEPERS
from rihai.casework.cases.models import AT_WORK, Case, EventKind, HandOver
from rihai.casework.cases.operations.opening import end_sight
from rihai.casework.cases.operations.reach import write
from rihai.casework.cases.queries.hands import keepers_of, supervisors_who_see
from rihai.kit.actor import Actor
from rihai.kit.audit import append
from rihai.kit.classes import DataClass
from rihai.kit.offers import Done

LEFT, OFFER = "casework.left", "casework.offer"
State = HandOver.State


def follow_leaving(done: Done) -> None:
    """An account was stopped or a posting of it ended: what it may no longer keep is with nobody."""
    release_from([done.detail["account"]], actor=done.actor, at=done.at)


def release_all(at: datetime) -> int:
    """Whatever is with somebody whose postings ended by their own date, offers too; says how many cases.

    Those are asked for who no longer keep what they have, not the cases of everybody who works; each of them in
    a transaction of its own, so that nobody waits for all.
    """
    on, gone = local_day(at), set[UUID]()
    with as_house(at):
        for data_class, capability in KEEPERS.items():
            keepers = accounts_who_may(capability, on=on).order_by().values("pk")
            rows = Case.objects.filter(state__in=AT_WORK, data_class=data_class, worker__isnull=False)
            gone |= set(rows.exclude(worker__in=keepers).order_by().values_list("worker", flat=True).distinct())
        offers = HandOver.objects.filter(state=State.OFFERED)
        for capability in KEEPERS.values():
            offers = offers.exclude(to__in=accounts_who_may(capability, on=on).order_by().values("pk"))
        gone |= set(offers.order_by().values_list("to", flat=True).distinct())
    return sum(release_from([one], actor=None, at=at) for one in sorted(gone))


@transaction.atomic
def release_from(account_ids: Sequence[UUID], *, actor: Actor | None, at: datetime) -> int:
    """Take from these accounts the cases their postings no longer let them keep; says how many."""
    released: list[Case] = []
    for account_id in account_ids:
        standing = standing_of(account_id, on=local_day(at))
        with as_house(at):
            rows = Case.objects.select_for_update(of=("self",)).filter(worker=account_id, state__in=AT_WORK)
            left = list(rows.exclude(data_class__in=[one for one in KEEPERS if _keeps(standing, one)]))
            if left or not standing.posts:
                _answer_for(account_id, standing, at)
        name = Account.objects.filter(pk=account_id).values_list("name", flat=True).first() if left else ""
        for case in left:
            _without_worker(case, str(name), actor=actor, at=at)
        if left:
            detail = {"account": account_id, "codes": [one.code for one in left]}
            append("casework.cases.left", actor=actor, at=at, kind="case", detail=detail)
        released += left
    if released:
        notify(supervisors_who_see([one.pk for one in released], at=at), LEFT, at=at)
    return len(released)


def _keeps(standing: Standing, data_class: str) -> bool:
    return KEEPERS.get(data_class, "") in standing.capabilities and data_class in standing.classes


def _answer_for(account_id: UUID, standing: Standing, at: datetime) -> None:
    """What was offered to somebody who has left is offered to nobody."""
    if not any(capability in standing.capabilities for capability in KEEPERS.values()):
        HandOver.objects.filter(to=account_id, state=State.OFFERED).update(state=State.TAKEN_BACK, answered_at=at)


def _without_worker(case: Case, name: str, *, actor: Actor | None, at: datetime) -> None:
    end_sight(case, actor=actor, at=at)
    with as_house(at):
        Case.objects.filter(pk=case.pk).update(worker=None, version=F("version") + 1)
    write(case, EventKind.LEFT, actor=actor, at=at, whom=name)
    if case.data_class == DataClass.SEALED:
        _ask_counsellors(case, at=at)


def _ask_counsellors(case: Case, *, at: datetime) -> None:
    """Nobody sees a sealed case without its counsellor: every other one is asked, by its code alone."""
    with as_house(at):
        others = [one for one in keepers_of(DataClass.SEALED, at=at) if one.pk != case.worker_id]
        asked = set(HandOver.objects.filter(case=case, state=State.OFFERED).values_list("to_id", flat=True))
        HandOver.objects.bulk_create(
            HandOver(case=case, code=case.code, programme=case.programme, to=one, offered_at=at)
            for one in others
            if one.pk not in asked
        )
    notify([one.pk for one in others], OFFER, at=at)
