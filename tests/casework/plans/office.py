"""What the tests of plans set up: the office of casework, and a plan with a need, a goal and a step."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.test import Client
from django.utils import timezone

from rihai.accounts.acting import acting_as
from rihai.accounts.models import Account
from rihai.accounts.operations.house import as_house
from rihai.casework.plans.models import Goal, Need, Plan, Step
from rihai.casework.plans.operations import StepSaid, add_goal, add_need, add_step, begin_plan
from rihai.people.models import Person
from tests.people.world import World, make_world
from tests.screening.cast import keep, woman


@dataclass
class Desk:
    """Amina and Bina work in Gulzar, the stranger in Naya Bagh; a health worker, a supervisor; Nargis is held."""

    world: World
    amina: Account
    bina: Account
    stranger: Account
    chief: Account
    health: Account
    nargis: Person

    @property
    def today(self) -> Any:
        """The day on which everything is done."""
        return timezone.localdate()

    def do(self, act: Callable[..., Any], who: Account | None = None, **given: Any) -> Any:
        """Somebody acts now: Amina, unless another is named."""
        actor, at = who or self.amina, timezone.now()
        with acting_as(actor, at):
            return act(actor=actor, at=at, **given)

    def plan(self, **more: Any) -> Plan:
        """A plan of Nargis, kept by Amina."""
        given = {"begun_on": self.today, "review_on": self.today + timedelta(days=30), **more}
        found: Plan = self.do(begin_plan, person_id=self.nargis.pk, **given)
        return found

    def need(self, plan: Plan, domain: str = "family", who: Account | None = None, **more: Any) -> Need:
        """A need of the plan."""
        said = {"level": 2, "priority": 1, "words": "میرے بچے", "strength": "her mother", **more}
        found: Need = self.do(add_need, who, plan_id=plan.pk, domain=domain, said=said)
        return found

    def goal(
        self, plan: Plan, words: str = "I want to see my children.", who: Account | None = None, **more: Any
    ) -> Goal:
        """A goal of the plan."""
        found: Goal = self.do(add_goal, who, plan_id=plan.pk, words=words, **more)
        return found

    def step(self, goal: Goal, who: Account | None = None, **more: Any) -> Step:
        """A step due tomorrow."""
        said = StepSaid(**{"kind": "call", "due_on": self.today + timedelta(days=1), "what": "Call Zainab", **more})
        found: Step = self.do(add_step, who, goal_id=goal.pk, said=said)
        return found

    def fresh(self, row: Any) -> Any:
        """A row as it stands now, as the house reads it."""
        with as_house():
            return type(row).objects.get(pk=row.pk)


def make_desk() -> Desk:
    """Everybody in place."""
    world = make_world()
    amina, bina = world.worker("caseworker", world.gulzar), world.worker("caseworker", world.province)
    with acting_as(amina):
        nargis = keep(woman(timezone.localdate()), world.gulzar, amina)
    return Desk(
        world, amina, bina, world.worker("caseworker", world.naya_bagh), world.worker("supervisor", None),
        world.worker("health_worker", world.gulzar), nargis,
    )  # fmt: skip


def client_of(account: Account) -> Client:
    """A browser of somebody who is signed in."""
    client = Client()
    client.force_login(account, backend=settings.AUTHENTICATION_BACKENDS[1])
    return client
