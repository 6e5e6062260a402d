"""What the tests of aftercare set up: a caseworker, a woman held, her plan; and days that pass."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any, TypeVar

from django.utils import timezone

from rihai.accounts.acting import acting_as
from rihai.accounts.models import Account
from rihai.accounts.operations.house import as_house
from rihai.casework.aftercare.models import FollowUp, ReleasePlan
from rihai.casework.aftercare.operations import give_plan, set_gate
from rihai.people.models import MovementKind, Person, Relationship
from rihai.people.operations import add_relationship, end_custody
from tests.people.world import World, make_world
from tests.screening.cast import keep, woman

T = TypeVar("T")
GATE: dict[str, Any] = {
    "planned_on": None, "gate_by": "mentor", "gate_name": "Parveen Misali", "contact": "yes",
    "safe_way": "0300-9000000, her sister's, after five", "call_number": "042-9000000",
    "come_to": "Office of the programme, Gulistan",
}  # fmt: skip


@dataclass
class Desk:
    """Who works here, of whom; `day` is how many days from now it is at the desk."""

    world: World
    worker: Account
    person: Person
    day: int = 0
    kept: dict[str, Any] = field(default_factory=dict)

    @property
    def at(self) -> datetime:
        """The moment at the desk."""
        return timezone.now() + timedelta(days=self.day)

    @property
    def today(self) -> date:
        """The day at the desk."""
        return timezone.localdate(self.at)

    def who(self, account: Account | None = None) -> dict[str, Any]:
        """By whom and when."""
        return {"actor": account or self.worker, "at": self.at}

    def does(self, act: Callable[..., T], *, by: Account | None = None, **said: Any) -> T:
        """An act by the worker, or by somebody else, on this day."""
        with acting_as(by or self.worker, self.at):
            return act(**said, **self.who(by))

    @property
    def plan(self) -> ReleasePlan:
        """Her last plan, as the house sees it."""
        with as_house(self.at):
            return ReleasePlan.objects.select_related("person").order_by("-begun_on", "-pk").get(person=self.person.pk)

    def taken(self) -> ReleasePlan:
        """Her plan, taken by the worker."""
        self.does(give_plan, plan_id=self.plan.pk, version=self.plan.version, to=self.worker.pk)
        return self.plan

    def settled(self) -> ReleasePlan:
        """Her plan, taken, with the gate settled and her yes to be asked after."""
        plan = self.taken()
        return self.does(set_gate, plan_id=plan.pk, version=plan.version, said=GATE)

    def leaves(self) -> ReleasePlan:
        """She is released today."""
        with as_house(self.at):
            version = Person.objects.values_list("version", flat=True).get(pk=self.person.pk)
        self.does(end_custody, person_id=self.person.pk, version=version, kind=MovementKind.RELEASE, on=self.today)
        return self.plan

    def followup(self, interval: str) -> FollowUp:
        """The last attempt of an interval."""
        with as_house(self.at):
            return FollowUp.objects.filter(plan=self.plan, interval=interval).order_by("-attempt")[0]

    def relation(self, name: str = "Zainab Farzi", safe: bool | None = True, kind: str = "sister") -> Relationship:
        """Somebody of hers."""
        return self.does(
            add_relationship, person_id=self.person.pk, kind=kind, name=name, phone="0300-9111111", safe_to_contact=safe
        )


def make_desk() -> Desk:
    """A caseworker at Gulzar, and a woman held there whom the law may soon let go: her plan has begun by itself."""
    world = make_world()
    worker = world.worker("caseworker", world.gulzar)
    with acting_as(worker):
        person = keep(woman(timezone.localdate()), world.gulzar, worker)
    return Desk(world, worker, person)


def reached(**more: Any) -> dict[str, Any]:
    """How she is, in outline."""
    return {
        "how": "phone", "roof": "safe", "money": "partly", "cared_for": "yes", "safe": "yes", "supervision": "none",
        "note": "at her sister's", "next_step": "school for the boy", **more,
    }  # fmt: skip
