"""The world of the tests of the response loop: two lawyers, a caseworker, a supervisor, and a woman the law reaches."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from django.utils import timezone

from rihai.accounts.acting import acting_as
from rihai.accounts.models import Account
from rihai.accounts.operations.house import as_house
from rihai.legal.response.models import Response
from rihai.people.models import Person
from rihai.screening.models import Finding
from tests.people.world import World, make_world
from tests.screening.cast import bailed_man, keep, woman

DELAY = "crpc_497_delay_general"
INSIDE = "crpc_500_bail_not_furnished"


@dataclass
class Office:
    """Who works where, and people of whom the law says something."""

    world: World
    sana: Account
    ali: Account
    chief: Account
    today: date

    @property
    def now(self) -> datetime:
        """The moment at which everything is done."""
        return timezone.now()

    def woman(self, **more: Any) -> Person:
        """A woman whom the delay proviso reaches, arguably."""
        with acting_as(self.sana):
            return keep(woman(self.today, **more), self.world.gulzar, self.sana)

    def bailed(self, days: int = 9, **more: Any) -> Person:
        """A man whose bail was granted some days ago."""
        with acting_as(self.sana):
            return keep(bailed_man(self.today, days, **more), self.world.gulzar, self.sana)

    def line(self, person: Person, provision: str = DELAY) -> UUID:
        """The key of the finding of a provision."""
        with as_house():
            return Finding.objects.get(person=person, provision=provision).pk

    def answer(self, person: Person, provision: str = DELAY) -> Response:
        """The answer to a line, as the house sees it."""
        with as_house():
            return Response.objects.get(person=person, provision=provision, twin=0)

    def do(self, who: Account, act: Callable[..., Any], **given: Any) -> Any:
        """Somebody acts, now or at a given moment."""
        at = given.pop("at", None) or self.now
        with acting_as(who, at):
            return act(actor=who, at=at, **given)


def make_office() -> Office:
    """The office, built in whatever database the test has."""
    world = make_world()
    sana = world.worker("lawyer", world.province)
    ali = world.worker("lawyer", world.gulzar)
    chief = world.worker("supervisor", world.province)
    return Office(world, sana, ali, chief, timezone.localdate())


@pytest.fixture
def office(db: None) -> Office:
    """The office."""
    return make_office()


def noon(day: date) -> datetime:
    """Noon of a day, as a moment."""
    return datetime.combine(day, datetime.min.time(), UTC) + timedelta(hours=7)
