"""A small office of casework for the tests: two prisons, workers of each, a supervisor, a health worker."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from unittest import mock

from rihai.accounts.acting import acting_as
from rihai.accounts.models import Account
from rihai.accounts.operations.house import as_house
from rihai.casework.cases.models import Case
from rihai.casework.cases.operations import open_case, opening
from rihai.casework.cases.programmes import known_programmes
from rihai.kit.actor import Actor
from rihai.people.models import Person
from tests.people.world import NOON, TODAY, World, make_world

__all__ = ["NOON", "TODAY", "Office", "a_case", "a_sealed_case", "make_office"]


@dataclass
class Office:
    """Who works here, and Nargis, typed in ten days ago in Gulzar. `stranger` works in Naya Bagh."""

    world: World
    worker: Account
    colleague: Account
    stranger: Account
    chief: Account
    health: Account
    nargis: Person
    minutes: int = 0

    @property
    def now(self) -> datetime:
        """Noon, and a minute later each time it is asked."""
        self.minutes += 1
        return NOON + timedelta(minutes=self.minutes)

    def fresh(self, case: Case) -> Case:
        """The case as it stands now, as the house reads it."""
        with as_house(NOON):
            return Case.objects.get(pk=case.pk)


def make_office() -> Office:
    """Everybody in place."""
    world = make_world()
    worker, stranger = world.worker("caseworker", world.gulzar), world.worker("caseworker", world.naya_bagh)
    colleague = Account.objects.create_user("colleague@rihai.example", "a colleague in Gulzar")
    _post(world, colleague)
    chief, health = world.worker("supervisor", None), world.worker("health_worker", world.gulzar)
    with acting_as(worker, NOON):
        nargis = world.enter(worker)
    return Office(world, worker, colleague, stranger, chief, health, nargis)


def a_case(office: Office, *, programme: str = "women", actor: Actor | None = None, **said: Any) -> Case:
    """A case of Nargis, or of `person`, opened by the worker of Gulzar, or by `actor`."""
    at, person = said.pop("at", NOON), said.pop("person", office.nargis)
    who = actor or office.worker
    with acting_as(who, at):
        told = {"goes_on": "The worker has seen her.", **said}
        return open_case(person_id=person.pk, programme=programme, said=told, actor=who, at=at)


def a_sealed_case(office: Office, *, actor: Actor) -> Case:
    """A sealed case as it was opened while its programme was not retired."""
    with mock.patch.object(opening, "programmes", known_programmes):
        return a_case(office, programme="survivors", actor=actor)


def _post(world: World, account: Account) -> None:
    from rihai.accounts.operations import give_posting, house

    give_posting(
        account=account, role="caseworker", place=world.gulzar, unit=None, started_on=TODAY - timedelta(days=900),
        ended_on=None, actor=house(), at=NOON - timedelta(days=900),
    )  # fmt: skip
