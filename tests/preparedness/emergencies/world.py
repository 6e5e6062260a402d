"""A prison with a plan for an outbreak, a store, crisis money, and who keeps, acts and approves there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any, TypeVar

from django.test import Client

from rihai.accounts.acting import acting_as
from rihai.accounts.models import Account
from rihai.accounts.operations.house import as_house
from rihai.monitoring.disease.models import DiseaseCase
from rihai.monitoring.disease.operations import write_case
from rihai.places.models import Place
from rihai.preparedness.emergencies import operations as emergencies
from rihai.preparedness.emergencies.models import Emergency, Proposal
from rihai.preparedness.money import operations as money
from rihai.preparedness.money.models import Line
from rihai.preparedness.plans.models import ContingencyPlan, PlanEntry, PlanStep, PlanVersion
from rihai.preparedness.stores import operations as stores
from rihai.preparedness.stores.models import Item, Store
from tests.people.world import World, make_world

T = TypeVar("T")
NOW = datetime(2026, 11, 25, 7, tzinfo=UTC)
TODAY = date(2026, 11, 25)
MINUTE = timedelta(minutes=1)
STEPS = (("Raise the alarm", "الارم بجائیں", "duty", 5), ("Give out masks", "ماسک بانٹیں", "medical", 30),
         ("Tell the health department", "محکمۂ صحت کو بتائیں", "superintendent", 60))  # fmt: skip


@dataclass
class Desk:
    """Supervisor and doctor of the prison, the supervisor of its province, a manager of the whole office."""

    world: World
    supervisor: Account
    doctor: Account
    above: Account
    manager: Account
    at: datetime = NOW

    @property
    def prison(self) -> Place:
        """Where everything happens."""
        return self.world.naya_bagh

    def does(self, act: Callable[..., T], *, by: Account | None = None, **said: Any) -> T:
        """An act by the supervisor, or by somebody else, at this moment."""
        who = by or self.supervisor
        with acting_as(who, self.at):
            return act(**said, actor=who, at=self.at)

    def plan(self) -> PlanVersion:
        """The plan of the prison for an outbreak, in force."""
        with as_house():
            plan = ContingencyPlan.objects.create(
                place=self.prison, hazard="outbreak", made_by_name="A", made_at=NOW - timedelta(days=30)
            )
            made = PlanVersion.objects.create(
                plan=plan, number=1, state="in_force", started_on=TODAY - timedelta(days=20), made_by_name="A",
                made_at=NOW - timedelta(days=30),
            )  # fmt: skip
            PlanStep.objects.bulk_create(
                PlanStep(edition=made, order=n, says=en, says_ur=ur, post=post, minutes=minutes)
                for n, (en, ur, post, minutes) in enumerate(STEPS, 1)
            )
            PlanEntry.objects.create(
                edition=made, sort="agency", name="Rescue service", name_ur="ریسکیو", phone="042-900-0000",
                says="ambulance",
            )  # fmt: skip
        return made

    def store(self, number: int = 300, expires_on: date | None = None) -> tuple[Store, Item]:
        """A store with masks, of which there must be a hundred."""
        said = {"place": self.prison, "name": "Main store", "kept_by": "Store keeper"}
        store = self.does(stores.keep_store, said=said)
        masks = {"name": "Masks", "sort": "protection", "unit": "pieces", "minimum": 100}
        item = self.does(stores.keep_item, store_id=store.pk, said=masks)
        if number:
            got = {"number": number, "mark": "A1", "expires_on": expires_on or TODAY + timedelta(days=400)}
            self.does(stores.receive, item_id=item.pk, said=got)
        return store, item

    def line(self, amount: str = "50000") -> Line:
        """Crisis money of the province, for the year."""
        said = {
            "place": self.world.province, "name": "Crisis fund", "funder": "Home Department", "amount": Decimal(amount),
            "started_on": date(2026, 1, 1), "ended_on": date(2027, 1, 1),
        }  # fmt: skip
        return self.does(money.keep_line, by=self.above, said=said)

    def outbreak(self) -> Proposal:
        """Two cases of cholera within a week: the threshold of the prison is crossed."""
        for code in ("NB-1", "NB-2"):
            self.case(code)
        with as_house():
            return Proposal.objects.get()

    def case(self, code: str) -> DiseaseCase:
        """A suspected case under a code, seen today."""
        said = {"place": self.prison, "disease": "cholera", "code": code, "status": "suspected", "seen_on": TODAY}
        return self.does(write_case, by=self.doctor, said=said)

    def opened(self, hazard: str = "outbreak", **more: Any) -> Emergency:
        """An emergency opened by hand."""
        said = {"place": self.prison, "hazard": hazard, "says": "Many ill since the morning", **more}
        return self.does(emergencies.open_emergency, said=said)


def make_desk() -> Desk:
    """The places and who works there."""
    world = make_world()
    return Desk(
        world, world.worker("supervisor", world.naya_bagh), world.worker("health_worker", world.naya_bagh),
        world.worker("supervisor", world.province), world.worker("programme_manager", None),
    )  # fmt: skip


def signed_in(who: Account) -> Client:
    """A browser in which somebody is signed in."""
    client = Client()
    client.force_login(who)
    return client
