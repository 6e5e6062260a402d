"""Into whose hands a case can be given, and who supervises it; asked of accounts, as the house."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from rihai.accounts.models import Account
from rihai.accounts.operations.house import as_house
from rihai.accounts.queries import accounts_who_may
from rihai.accounts.standing import local_day
from rihai.casework.cases.capabilities import KEEPERS, SUPERVISE
from rihai.casework.cases.models import Case
from rihai.casework.cases.queries.reach import cases_for

MANY = 300


def keepers_of(data_class: str, *, at: datetime) -> QuerySet[Account]:
    """The accounts that may work in cases of a class today, by name."""
    if data_class not in KEEPERS:
        return Account.objects.none()
    return accounts_who_may(KEEPERS[data_class], on=local_day(at))


def colleagues_for(case: Case, *, at: datetime) -> list[tuple[str, str]]:
    """To whom the case can be offered or given: key and name, without the one who has it."""
    found = keepers_of(case.data_class, at=at)[: MANY + 1]
    return [(str(one.pk), one.name) for one in found if one.pk != case.worker_id]


def supervisors_who_see(case_ids: Sequence[UUID], *, at: datetime) -> list[UUID]:
    """The supervisors who see at least one of these cases."""
    with as_house(at):
        chiefs = list(accounts_who_may(SUPERVISE, on=local_day(at))[:MANY])
        return [one.pk for one in chiefs if cases_for(one, at=at).filter(pk__in=case_ids).exists()]
