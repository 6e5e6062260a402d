"""An office that briefs and plans: a prison with sixty invented people whom the law reaches, and who works there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any, TypeVar

from django.test import Client

from rihai.accounts.acting import acting_as
from rihai.accounts.models import Account
from rihai.coordination.briefing import operations as briefing
from rihai.coordination.briefing.models import Briefing
from rihai.coordination.targets.models import CensusCount
from rihai.kit.classes import DataClass
from rihai.kit.ids import new_id
from rihai.people.models import Person
from rihai.places.models import Place
from rihai.screening.models import AtRisk, Finding
from tests.people.world import World, make_world

T = TypeVar("T")
NOW = datetime(2026, 11, 25, 7, tzinfo=UTC)
TODAY = date(2026, 11, 25)
BAIL, BEYOND, CARE, INSIDE = "crpc_497_delay_general", "rule_395_visit", "crpc_464_466", "crpc_500_bail_not_furnished"
REACHED = ((BAIL, "release", "met", 21), (BAIL, "release", "arguable", 14), (BEYOND, "alert", "met", 40),
           (CARE, "help", "met", 3), (INSIDE, "alert", "met", 12))  # fmt: skip
"""What the law says at Gulzar: provision, kind, outcome, people; the three of CARE are too few to be told."""


@dataclass
class Desk:
    """Secretary and director at the prison, an analyst of the whole office, a lawyer who has no part in planning."""

    world: World
    secretary: Account
    director: Account
    analyst: Account
    lawyer: Account
    at: datetime = NOW

    @property
    def prison(self) -> Place:
        """Where everything happens."""
        return self.world.gulzar

    def does(self, act: Callable[..., T], *, by: Account | None = None, **said: Any) -> T:
        """An act by the secretary, or by somebody else, at this moment."""
        who = by or self.secretary
        with acting_as(who, self.at):
            return act(**said, actor=who, at=self.at)

    def signed(self) -> Briefing:
        """A briefing of the prison, made by the secretary and signed by the director."""
        made = self.does(briefing.make_briefing, place_id=self.prison.pk)
        return self.does(briefing.sign_briefing, by=self.director, briefing_id=made.pk)


def make_desk() -> Desk:
    """The places, the people, what the law says of them, and a list that was counted a week ago."""
    world = make_world()
    made = Desk(
        world, world.worker("committee_secretary", world.gulzar), world.worker("supervisor", world.gulzar),
        world.worker("research_analyst", None), world.worker("lawyer", world.gulzar),
    )  # fmt: skip
    people = [
        Person(full_name=f"Farzi {n}", sex="female", legal_status="under_trial", held_at=world.gulzar, made_at=NOW)
        for n in range(60)
    ]
    Person.objects.bulk_create(people)
    start = 0
    for provision, kind, outcome, many in REACHED:
        Finding.objects.bulk_create([finding(one, provision, kind, outcome) for one in people[start : start + many]])
        start = many if outcome == "met" and provision == BAIL else 0
    AtRisk.objects.bulk_create(
        [AtRisk(person=one, place=world.gulzar, data_class=DataClass.PERSONAL, code="no_lawyer", outcome="met")
         for one in people[:25]]
    )  # fmt: skip
    counted(world.gulzar, TODAY - timedelta(days=7), 60)
    return made


def finding(person: Person, provision: str, kind: str, outcome: str) -> Finding:
    """What a provision says of somebody, who is reached since ten days."""
    return Finding(
        person=person, place=person.held_at, data_class=DataClass.PERSONAL, pack="pakistan", version="1",
        provision=provision, kind=kind, outcome=outcome, rank=1, sort_on=TODAY, since_on=TODAY - timedelta(days=10),
    )  # fmt: skip


def counted(place: Place, on: date, under_trial: int) -> CensusCount:
    """What a list of that day counted."""
    return CensusCount.objects.create(
        census_id=new_id(), place=place, on=on, people=under_trial + 20, under_trial=under_trial, counted_at=NOW
    )


def signed_in(who: Account) -> Client:
    """A browser in which somebody is signed in."""
    client = Client()
    client.force_login(who)
    return client
