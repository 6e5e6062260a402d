"""A small office of lawyers for the tests: two prisons, lawyers of each, a panel lead, people with matters."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

from rihai.accounts.acting import acting_as
from rihai.accounts.models import Account
from rihai.accounts.operations.house import as_house
from rihai.kit.actor import Actor
from rihai.legal.matters.models import Matter, Party
from rihai.legal.matters.operations import open_matter
from rihai.people.models import Person
from rihai.people.queries.records import record_of
from tests.people.world import CASE, NOON, TODAY, World, make_world

__all__ = ["CASE", "LATER", "NOON", "TODAY", "Office", "make_office"]
LATER = datetime(2026, 12, 3, 7, tzinfo=UTC)


@dataclass
class Office:
    """Who works here, and Nargis."""

    world: World
    lawyer: Account
    other: Account
    chief: Account
    caseworker: Account
    nargis: Person
    minutes: int = 0

    @property
    def now(self) -> datetime:
        """Noon, and a minute later each time it is asked."""
        self.minutes += 1
        return NOON + timedelta(minutes=self.minutes)

    def open(self, actor: Actor | None = None, person: Person | None = None, **said: Any) -> Matter:
        """A matter of legal aid for a person."""
        others = said.pop("others", ())
        at = said.pop("at", NOON)
        clients = said.pop("clients", None) or [((person or self.nargis).pk, CASE)]
        words = {"kind": "aid", "stage": "bail", "ground": "delay", "court_name": "Sessions Court Gulistan", **said}
        with acting_as(actor or self.lawyer, at):
            return open_matter(clients=clients, others=others, said=words, actor=actor or self.lawyer, at=at)

    def client(self, matter: Matter) -> Party:
        """The one client of a matter."""
        with as_house(NOON):
            return Party.objects.get(matter=matter, side="client")

    def case(self, person: Person | None = None, at: datetime | None = None) -> dict[str, Any]:
        """What is believed of the case."""
        at = at or self.now
        with acting_as(self.lawyer, at):
            record = record_of((person or self.nargis).pk, actor=self.lawyer, at=at)
        return next(dict(case) for case in record["cases"] if case["case_id"] == CASE)


def make_office() -> Office:
    """Everybody in place; Nargis was typed in ten days ago."""
    world = make_world()
    lawyer = world.worker("lawyer", world.gulzar)
    other = world.worker("lawyer", world.naya_bagh)
    chief = world.worker("supervisor", None)
    caseworker = world.worker("caseworker", world.gulzar)
    with acting_as(lawyer, NOON):
        nargis = world.enter(lawyer)
    return Office(world, lawyer, other, chief, caseworker, nargis)


def day(text: str) -> date:
    """A day as the facts write it."""
    return date.fromisoformat(text)
