"""What the tests of sealed records set up: counsellors of one unit, and a record."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID

from django.utils import timezone

from rihai.accounts.models import Account, Unit
from rihai.accounts.operations import give_posting, house
from rihai.casework.survivors.models import SurvivorRecord
from rihai.casework.survivors.operations import open_record
from tests.people.world import NOON, TODAY, World

CALLED, WISHES = "Zaitoon", "Only by the back door, never by phone"


def counsellor(world: World, name: str, unit: Unit) -> Account:
    """A counsellor of the unit who works at Gulzar, too."""
    account = Account.objects.create_user(f"{name}@rihai.example", name)
    for where in ({"place": world.gulzar, "unit": None}, {"place": None, "unit": unit}):
        give_posting(
            account=account, role="survivor_counsellor", **where, started_on=TODAY - timedelta(days=90), ended_on=None,
            actor=house(), at=NOON - timedelta(days=90),
        )  # fmt: skip
    return account


def opened(actor: Account, person_id: UUID | None = None, **more: Any) -> SurvivorRecord:
    """A record opened now."""
    given: dict[str, Any] = {
        "called": CALLED, "wishes": WISHES, "review_on": timezone.localdate() + timedelta(days=7), **more,
    }  # fmt: skip
    return open_record(person_id=person_id, actor=actor, at=timezone.now(), **given)
