"""A small invented office that gives services: who works there, whom it serves, a partner and an employer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from rihai.accounts.acting import acting_as
from rihai.accounts.models import Account
from rihai.casework.services.models import Employer, Enrolment, PartnerService
from rihai.casework.services.operations import enrol
from rihai.people.models import Person
from rihai.people.operations import give_consent
from rihai.places.kinds import Kind
from rihai.places.models import Inside, Place
from tests.people.world import NOON, TODAY, World, make_world


@dataclass
class Office:
    """Who works where; `other` is a caseworker of another prison, who must see nothing."""

    world: World
    worker: Account
    other: Account
    health: Account
    lawyer: Account
    supervisor: Account
    partner: PartnerService
    employer: Employer

    def person(self, **more: Any) -> Person:
        """A woman held at Gulzar."""
        with acting_as(self.worker, NOON):
            return self.world.enter(self.worker, **more)

    def enrolled(self, person: Person, service: str = "skills_training", **more: Any) -> Enrolment:
        """Somebody in a service since ten days, by who keeps its class."""
        actor = self.health if service == "addiction" else self.worker
        with acting_as(actor, NOON):
            return enrol(
                person_id=person.pk, service_id=service, actor=actor, at=NOON,
                **{"started_on": TODAY - timedelta(days=10), "wishes": True, **more},
            )  # fmt: skip

    def consent(self, person: Person, data_class: str = "personal") -> Any:
        """A consent to care that holds."""
        with acting_as(self.worker, NOON):
            return give_consent(
                person_id=person.pk, purpose="care", recipient="Dar ul Niswan", classes=[data_class],
                given_how="thumb-print", started_on=TODAY - timedelta(days=2), actor=self.worker, at=NOON,
            )[0]  # fmt: skip


def make_office() -> Office:
    """The office; on PostgreSQL built as the owner."""
    world = make_world()
    district = world.gulzar.within
    assert district is not None
    body = Place.objects.create(kind=Kind.PARTNER_BODY, name="Dar ul Niswan", sought="", within=district, invented=True)
    outer: Place | None = body
    while outer is not None:
        Inside.objects.create(outer=outer, inner=body)
        outer = outer.within
    return Office(
        world=world, worker=world.worker("caseworker", world.gulzar),
        other=world.worker("caseworker", world.naya_bagh), health=world.worker("health_worker", world.gulzar),
        lawyer=world.worker("lawyer", world.gulzar), supervisor=world.worker("supervisor", world.province),
        partner=PartnerService.objects.create(
            body=body, service="social_welfare", needs_told=["name", "age"], checked_on=TODAY
        ),
        employer=Employer.objects.create(name="Gulistan Stitching", district=district, trades="t", checked_on=TODAY),
    )  # fmt: skip
