"""An office that prepares: two directors, a caseworker and a programme manager at an invented women's prison."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any, TypeVar

from django.test import Client

from rihai.accounts.acting import acting_as
from rihai.accounts.models import Account
from rihai.accounts.operations import give_posting, house
from rihai.places.models import Place
from rihai.preparedness.plans import operations as plans
from rihai.preparedness.plans.models import EntrySort, PlanVersion
from tests.people.world import World, make_world

T = TypeVar("T")
NOW = datetime(2026, 11, 25, 7, tzinfo=UTC)
TODAY = date(2026, 11, 25)


@dataclass
class Office:
    """The writer and the approver are directors of the same prison; the manager works for the whole office."""

    world: World
    writer: Account
    approver: Account
    caseworker: Account
    manager: Account
    at: datetime = NOW

    @property
    def prison(self) -> Place:
        """Where everything happens."""
        return self.world.gulzar

    def does(self, act: Callable[..., T], *, by: Account | None = None, **said: Any) -> T:
        """An act by the writer, or by somebody else, at this moment."""
        who = by or self.writer
        with acting_as(who, self.at):
            return act(**said, actor=who, at=self.at)

    def written(self, hazard: str = "fire", place: Place | None = None) -> PlanVersion:
        """A plan that says all it must: numbers and minutes are invented."""
        made = self.does(plans.begin_plan, place_id=(place or self.prison).pk, hazard=hazard)
        with acting_as(self.writer, self.at):
            made.steps.update(minutes=5)
            made.entries.filter(sort=EntrySort.AGENCY).update(phone="000 0000")
        return self.does(
            plans.write_texts, edition_id=made.pk, version=made.version,
            said={name: getattr(made, name) for name in plans.TEXTS},
        )  # fmt: skip

    def in_force(self, hazard: str = "fire") -> PlanVersion:
        """A plan that the other director has approved."""
        one = self.written(hazard)
        one = self.does(plans.ask_approval, edition_id=one.pk, version=one.version)
        return self.does(
            plans.approve, by=self.approver, edition_id=one.pk, version=one.version, review_on=date(2027, 11, 25)
        )


def make_office() -> Office:
    """The places and who works there."""
    world = make_world()
    return Office(
        world, world.worker("supervisor", world.gulzar), _second(world), world.worker("caseworker", world.gulzar),
        world.worker("programme_manager", None),
    )  # fmt: skip


def _second(world: World) -> Account:
    account = Account.objects.create_user("second@rihai.example", "Second Director")
    give_posting(
        account=account, role="supervisor", place=world.province, unit=None, started_on=date(2024, 1, 1), ended_on=None,
        actor=house(), at=NOW,
    )  # fmt: skip
    return account


def signed_in(who: Account) -> Client:
    """A browser in which somebody is signed in."""
    client = Client()
    client.force_login(who)
    return client
